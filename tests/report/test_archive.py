"""The site in one file."""

from __future__ import annotations

import io
from zipfile import ZipFile

import sample

from report.document import Document
from report.facts import Facts
from report.site_archive import PUBLIC_ZIP, site_archive


def archive_of(documents):
    return ZipFile(io.BytesIO(next(d.content for d in documents if d.name == PUBLIC_ZIP)))


def test_the_archive_is_the_public_release_itself_and_not_within_itself(release):
    public = {
        document.name.removeprefix("public/"): document.content
        for document in release
        if document.audience == "public" and document.name != PUBLIC_ZIP
    }
    archive = archive_of(release)
    assert {name: archive.read(name) for name in archive.namelist()} == public
    assert "index.html" in public


def test_nothing_internal_is_in_the_archive(release):
    internal = {d.name.split("/", 1)[1] for d in release if d.audience == "internal"}
    only_internal = internal - {d.name.split("/", 1)[1] for d in release if d.audience == "public"}
    assert "review.csv" in only_internal
    assert not only_internal & set(archive_of(release).namelist())


def test_the_same_files_in_any_order_are_the_same_bytes(summary, campaign):
    facts = Facts(summary, campaign, sample.run(), sample.NOW)
    files = [Document(f"public/{name}", name.encode() * 99, "public") for name in "bca"]
    assert site_archive(files, facts) == site_archive(files[::-1], facts)
