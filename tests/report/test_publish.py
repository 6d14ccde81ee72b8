from __future__ import annotations

import os
import shutil

import pytest
from soak.disk import Disk, on

from config.errors import CannotWriteError, ExitCode
from report import Document, finish_publishing, publish


def release(**contents):
    """Return documents: ``index_html="x"`` is public/index.html with that content."""
    return [
        Document(f"public/{name.replace('_', '.')}", content.encode(), "public")
        for name, content in contents.items()
    ]


def standing(out):
    return {
        str(file.relative_to(out)): file.read_text()
        for file in sorted((out / "public").rglob("*"))
        if file.is_file()
    }


TRACKER = "internal/tracker.xlsx"


def with_tracker(page, tracker):
    return [*release(index_html=page), Document(TRACKER, tracker, "internal")]


def with_tracker_of(page, **contents):
    return [*with_tracker(page, page.encode()), *release(**contents)]


FIRST = release(index_html="one", a_csv="1", old_css="o")
SECOND = release(index_html="two", a_csv="2", new_css="n")


def test_a_release_stands_and_the_former_is_kept(tmp_path):
    publish(FIRST, tmp_path)
    publish(SECOND, tmp_path)
    assert standing(tmp_path) == {
        "public/a.csv": "2", "public/index.html": "two", "public/new.css": "n",
    }  # fmt: skip
    assert standing(tmp_path / "previous") == {
        "public/a.csv": "1", "public/index.html": "one", "public/old.css": "o",
    }  # fmt: skip
    assert not list(tmp_path.glob(".staging-*"))


def test_the_same_release_again_touches_nothing(tmp_path):
    publish(FIRST, tmp_path)
    publish(SECOND, tmp_path)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    publish(SECOND, tmp_path)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before


def test_an_unchanged_file_is_not_rewritten(tmp_path):
    publish(FIRST, tmp_path)
    inode = (tmp_path / "public/a.csv").stat().st_ino
    publish(release(index_html="two", a_csv="1", old_css="o"), tmp_path)
    assert (tmp_path / "public/a.csv").stat().st_ino == inode


def test_a_new_checked_js_alone_does_not_push_the_former_release_out(tmp_path):
    publish(release(index_html="one", checked_js="a"), tmp_path)
    publish(release(index_html="two", checked_js="b"), tmp_path)
    publish(release(index_html="two", checked_js="c"), tmp_path)
    assert standing(tmp_path)["public/checked.js"] == "c"
    assert standing(tmp_path / "previous")["public/index.html"] == "one"


def test_what_nobody_published_stays(tmp_path):
    publish(FIRST, tmp_path)
    (tmp_path / "public/own.docx").write_text("edited by the office")
    publish(SECOND, tmp_path)
    assert (tmp_path / "public/own.docx").read_text() == "edited by the office"


WAYS = pytest.mark.parametrize("exchanges", [True, False], ids=["linux", "windows"])


@pytest.mark.parametrize("stuck", ["a.csv", "index.html", "old.css"])
def test_a_file_that_is_open_in_excel_leaves_the_old_report_whole(tmp_path, stuck):
    publish(FIRST, tmp_path)
    before, manifest = standing(tmp_path), (tmp_path / ".release.json").read_bytes()
    disk = Disk(tmp_path, exchanges=False, in_excel=(tmp_path / "public" / stuck,))
    with on(disk), pytest.raises(CannotWriteError) as fault:
        publish(SECOND, tmp_path)
    assert stuck in str(fault.value)
    assert fault.value.remedy
    assert fault.value.exit_code == ExitCode.CANNOT_WRITE
    assert standing(tmp_path) == before
    assert (tmp_path / ".release.json").read_bytes() == manifest
    assert left_over(tmp_path) == []
    publish(SECOND, tmp_path)
    assert "public/old.css" not in standing(tmp_path)


def left_over(out):
    return [path.name for path in out.iterdir() if path.name.startswith((".staging-", ".publish"))]


@pytest.mark.slow
@WAYS
@pytest.mark.parametrize("how", ["denied", "full"])
def test_whatever_step_is_refused_the_old_release_stands_or_the_new_one(
    two_releases, tmp_path, how, exchanges
):
    """And nothing of the office's is lost, and the next run says which: it is then all new."""
    for number in range(1, 200):
        out = shutil.copytree(two_releases, tmp_path / str(number))
        with on(Disk(out, how, number, exchanges=exchanges)) as disk:
            refused = is_refused(RELEASES["new"], out)
        assert what_stands(out) == ("old" if refused else "new"), number
        former = standing(out / "previous")["public/index.html"]
        assert former == "one" or not refused
        publish(RELEASES["new"], out, {TRACKER: b"read"})
        assert what_stands(out) == "new"
        assert left_over(out) == []
        if not disk.struck:
            break
    assert not disk.struck
    assert former == "old"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="only a process of its own can be killed")
@WAYS
def test_killed_before_any_step_the_next_command_finds_the_old_release_or_the_new(
    two_releases, tmp_path, exchanges
):
    for number in range(1, 200):
        out = shutil.copytree(two_releases, tmp_path / str(number))
        killed = publish_and_die(Disk(out, "kill", number, exchanges=exchanges))
        if exchanges:  # each folder by itself, before anybody has mended anything
            assert pages(out) in (["old"], ["new"])
        finish_publishing(out)
        stands = what_stands(out)
        assert stands in ("old", "new"), number
        assert left_over(out) == []
        former = standing(out / "previous")
        assert former == PUBLIC["one" if stands == "old" else "old"]
        publish(RELEASES["new"], out, {TRACKER: b"read"})
        assert what_stands(out) == "new"
        if not killed:
            break
    assert not killed


def publish_and_die(disk):
    child = os.fork()
    if not child:
        with on(disk):
            publish(RELEASES["new"], disk.below, {TRACKER: b"read"})
        os._exit(0)
    return os.waitpid(child, 0)[1] != 0


def pages(out):
    """Return which releases the public files are of, those that differ between the two."""
    files = standing(out)
    return [
        name
        for name, release in PUBLIC.items()
        if all(files.get(file) == content for file, content in release.items())
        and files.keys() - {"public/own.docx"} == release.keys()
    ]


@pytest.fixture
def two_releases(tmp_path):
    """Return a folder that has seen two releases, and in which the office has worked since."""
    publish(RELEASES["one"], tmp_path / "out")
    publish(RELEASES["old"], tmp_path / "out")
    (tmp_path / "out" / "public/own.docx").write_text("the office's")
    (tmp_path / "out" / TRACKER).write_bytes(b"typed")
    return tmp_path / "out"


RELEASES = {
    "one": with_tracker_of("one"),
    "old": with_tracker_of("old", a_csv="1", old_css="o", same_css="s"),
    "new": with_tracker_of("new", a_csv="2", new_css="n", same_css="s"),
}


PUBLIC = {
    name: {d.name: d.content.decode() for d in release if d.audience == "public"}
    for name, release in RELEASES.items()
}


def what_stands(out):
    """Return which release stands, whole, beside what the office has there."""
    files = standing(out)
    assert files.pop("public/own.docx") == "the office's"
    assert (out / TRACKER).read_bytes() == b"typed"
    return next((name for name, release in PUBLIC.items() if files == release), files)


def is_refused(release, out):
    try:
        publish(release, out, {TRACKER: b"read"})
    except CannotWriteError:
        return True
    return False


def test_a_folder_in_the_way_is_said_plainly(tmp_path):
    (tmp_path / "out").write_text("a file where the folder should be")
    with pytest.raises(CannotWriteError):
        publish(FIRST, tmp_path / "out")


def published_with_tracker(out):
    publish(with_tracker("one", b"old"), out)
    return (out / TRACKER).read_bytes()


def test_a_file_that_is_typed_into_is_replaced_as_it_was_read(tmp_path):
    read = published_with_tracker(tmp_path)
    assert publish(with_tracker("two", b"new"), tmp_path, {TRACKER: read}) == ()
    assert (tmp_path / TRACKER).read_bytes() == b"new"


@pytest.mark.parametrize("read", [b"old", None])
def test_a_file_changed_since_it_was_read_stays_and_all_else_is_published(tmp_path, read):
    published_with_tracker(tmp_path)
    (tmp_path / TRACKER).write_bytes(b"typed")
    assert publish(with_tracker("two", b"new"), tmp_path, {TRACKER: read}) == (TRACKER,)
    assert (tmp_path / TRACKER).read_bytes() == b"typed"
    assert standing(tmp_path)["public/index.html"] == "two"
    assert publish(with_tracker("two", b"new"), tmp_path, {TRACKER: b"typed"}) == ()
    assert (tmp_path / TRACKER).read_bytes() == b"new"


def test_a_file_that_is_not_there_yet_is_put_in_place(tmp_path):
    assert publish(with_tracker("one", b"new"), tmp_path, {TRACKER: None}) == ()
    assert (tmp_path / TRACKER).read_bytes() == b"new"


@WAYS
def test_a_tracker_that_is_open_in_excel_stays_and_all_else_is_published(tmp_path, exchanges):
    read = published_with_tracker(tmp_path)
    disk = Disk(tmp_path, exchanges=exchanges, in_excel=(tmp_path / TRACKER,))
    with on(disk):
        kept = publish(with_tracker("two", b"new"), tmp_path, {TRACKER: read})
    assert standing(tmp_path)["public/index.html"] == "two"
    # On Linux nobody keeps a file from being replaced: what is typed later is saved over it.
    assert kept == (() if exchanges else (TRACKER,))
    assert (tmp_path / TRACKER).read_bytes() == (b"new" if exchanges else b"old")
