"""The sample province, built once: reports never change what they are given."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # `sample` stands beside its tests

import sample


@pytest.fixture(scope="session")
def campaign():
    return sample.campaign()


@pytest.fixture(scope="session")
def summary():
    return sample.summary()


@pytest.fixture(scope="session")
def release(summary, campaign):
    from report.rendering import render  # noqa: PLC0415

    return render(summary, campaign, sample.run(), sample.changes(), sample.NOW)


@pytest.fixture(scope="session")
def pages(release):
    return {
        document.name: document.content.decode()
        for document in release
        if document.name.endswith(".html")
    }
