"""An office that meets a loopback Google instead of the real one."""

from __future__ import annotations

import os

import pytest
from linked import Office
from loopback import Google


@pytest.fixture
def google():
    """A Google of this machine; what the real one would not understand fails the test."""
    with Google() as answering:
        yield answering
    assert answering.complaints == []


@pytest.fixture
def office(google, tmp_path, monkeypatch):
    """An office whose environment leads to our Google."""
    for name in [name for name in os.environ if name.upper().endswith("_PROXY")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    for name, value in google.environment.items():
        monkeypatch.setenv(name, value)
    return Office(tmp_path, google)
