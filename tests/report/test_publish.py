from __future__ import annotations

from pathlib import Path

import pytest

from config.errors import CannotWriteError, ExitCode
from report import Document, publish
from report.publish import in_order_of_appearance


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


@pytest.mark.parametrize("stuck", ["a.csv", "index.html", "new.css"])
def test_a_file_that_is_open_elsewhere_leaves_the_old_report_whole(tmp_path, monkeypatch, stuck):
    publish(FIRST, tmp_path)
    before, manifest = standing(tmp_path), (tmp_path / ".release.json").read_bytes()
    replace = Path.replace

    def refused(self, target):
        if self.parent.parent.name == "new" and Path(target).name == stuck:
            raise PermissionError(13, "Permission denied", str(self), None, str(target))
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refused)
        with pytest.raises(CannotWriteError) as fault:
            publish(SECOND, tmp_path)
    assert stuck in str(fault.value)
    assert fault.value.remedy
    assert fault.value.exit_code == ExitCode.CANNOT_WRITE
    assert standing(tmp_path) == before
    assert (tmp_path / ".release.json").read_bytes() == manifest
    assert not list(tmp_path.glob(".staging-*"))
    publish(SECOND, tmp_path)
    assert "public/old.css" not in standing(tmp_path)


def test_a_folder_in_the_way_is_said_plainly(tmp_path):
    (tmp_path / "out").write_text("a file where the folder should be")
    with pytest.raises(CannotWriteError):
        publish(FIRST, tmp_path / "out")


def test_a_killed_run_is_finished_and_tidied_by_the_next(tmp_path, monkeypatch):
    publish(FIRST, tmp_path)
    replace = Path.replace

    def killed(self, target):
        if Path(target).name == "index.html":
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        patch.setattr("shutil.rmtree", lambda *_args, **_options: None)
        with pytest.raises(KeyboardInterrupt):
            publish(SECOND, tmp_path)
    assert standing(tmp_path)["public/index.html"] == "one"
    assert list(tmp_path.glob(".staging-*"))

    publish(release(index_html="three", a_csv="3"), tmp_path)
    assert standing(tmp_path) == {"public/a.csv": "3", "public/index.html": "three"}
    assert not list(tmp_path.glob(".staging-*"))


def test_pages_come_after_what_they_link_and_the_entrance_last():
    names = {"public/index.html", "public/assets/x.css", "public/risk.html", "public/data/a.csv"}
    assert in_order_of_appearance(names) == [
        "public/assets/x.css", "public/data/a.csv", "public/risk.html", "public/index.html",
    ]  # fmt: skip


TRACKER = "internal/tracker.xlsx"


def with_tracker(page, tracker):
    return [*release(index_html=page), Document(TRACKER, tracker, "internal")]


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


def test_a_release_that_fails_later_loses_nothing_that_was_typed_meanwhile(tmp_path, monkeypatch):
    read = published_with_tracker(tmp_path)
    replace = Path.replace

    def refused(self, target):
        if Path(target).name == "index.html":
            (tmp_path / TRACKER).write_bytes(b"typed on")
            raise OSError(28, "No space left on device", str(self), None, str(target))
        return replace(self, target)

    (tmp_path / TRACKER).write_bytes(b"typed")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refused)
        with pytest.raises(CannotWriteError):
            publish(with_tracker("two", b"new"), tmp_path, {TRACKER: read})
    assert (tmp_path / TRACKER).read_bytes() == b"typed on"
    assert standing(tmp_path)["public/index.html"] == "one"
