"""What tests of the whole share: one rehearsal, refreshed once."""

from __future__ import annotations

import gc
from datetime import UTC, datetime

import pytest
from hypothesis import settings

from config.messages import LANGUAGES, speak

settings.register_profile("quick", max_examples=30, deadline=None)
settings.register_profile("thorough", max_examples=200, deadline=None)
settings.load_profile("quick")  # another by --hypothesis-profile

REFRESHED_AT = datetime(2023, 5, 20, 3, 0, 0, tzinfo=UTC)


def pytest_collection_finish():
    """Look for cyclic garbage seldom, and never among what the imports have made."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


@pytest.fixture(autouse=True)
def as_if_first():
    """Begin each test in Thai, and tidily: a command run before leaves its language and garbage."""
    speak(LANGUAGES[0])
    gc.enable()


@pytest.fixture(scope="session")
def refreshed_at():
    """Return the moment at which the rehearsal was refreshed."""
    return REFRESHED_AT


@pytest.fixture(scope="session")
def refreshed_demo(tmp_path_factory):
    """Return the campaign folder of a rehearsal after a whole refresh."""
    # Here and not above: only tests of the whole pay for the whole.
    from rapsap.demo import rehearse_in  # noqa: PLC0415
    from rapsap.refreshing import refresh  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("demo")
    rehearse_in(folder, people=600, seed=2566)
    refresh(folder, now=REFRESHED_AT)
    return folder
