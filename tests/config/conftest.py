"""A campaign folder to edit, and messages as the code says them."""

from __future__ import annotations

import csv
import shutil

import pytest

from config import messages
from config.new import TEMPLATE


@pytest.fixture(autouse=True)
def _english():
    before = messages._Reader.language
    messages.speak("en")
    yield
    messages.speak(before)


class CampaignFolder:
    """The template in a folder of its own, with what a test writes over it."""

    def __init__(self, path):
        self.path = path
        shutil.copytree(TEMPLATE, path)

    def rows(self, table):
        with (self.path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def write(self, table, rows, *, encoding="utf-8", separator=","):
        path = self.path / f"{table}.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=separator).writerows(rows)

    def add(self, table, *rows):
        self.write(table, [*self.rows(table), *rows])

    def settings(self, old, new):
        """Write over the settings once, and return the line that changed."""
        path = self.path / "campaign.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1


@pytest.fixture(scope="session")
def folder_at():
    """Return what makes such a folder at a path, for a module that edits it once."""
    return CampaignFolder


@pytest.fixture
def folder(tmp_path):
    return CampaignFolder(tmp_path / "campaign")
