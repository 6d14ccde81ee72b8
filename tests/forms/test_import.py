"""``rapsap forms --import``: what the script answered is examined, kept, and made into links."""

from __future__ import annotations

import csv
import io
import json
import tomllib

import pytest
from answers import SHEET, answer_of, form_url, link
from small_campaign import new_small_campaign

from config.loading import load_campaign
from rapsap.__main__ import main

AGENCIES = ("สำนักงานจังหวัดเชียงราย", "สำนักงานคลังจังหวัดเชียงราย", "สำนักงานสาธารณสุขจังหวัดเชียงราย")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a new campaign folder and its campaign; tests leave it as they find it."""
    folder = tmp_path_factory.mktemp("import") / "campaign"
    new_small_campaign(folder, *AGENCIES)
    return folder, load_campaign(folder)


@pytest.fixture
def folder(made):
    yield made[0]
    (made[0] / "google.json").unlink(missing_ok=True)


@pytest.fixture
def campaign(made):
    return made[1]


def imported(folder, content):
    place = folder.parent / "answer.txt"
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return main(["--lang", "en", "forms", str(folder), "--import", str(place)])


def links(folder):
    text = (folder / "out/forms/links.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def cells(answer):
    """Return the answer as the script writes it into the tab, a line per cell."""
    return json.dumps(answer, ensure_ascii=False, indent=1)


def quoted(answer):
    """Return the tab as Google gives it for download."""
    text = io.StringIO()
    csv.writer(text).writerows([line] for line in cells(answer).split("\n"))
    return text.getvalue()


def logged(answer):
    line = json.dumps(answer, ensure_ascii=False)
    return (
        f"9:41:02 AM\tNotice\tExecution started\n9:43:10 AM\tInfo\t{line}\n9:43:11 AM\tInfo\tเสร็จ\n"
    )


@pytest.mark.parametrize("paste", [cells, quoted, logged, json.dumps], ids=lambda f: f.__name__)
def test_every_way_of_pasting_gives_every_agency_its_link(folder, campaign, paste):
    assert imported(folder, paste(answer_of(campaign))) == 0
    rows = links(folder)
    assert len(rows) == len(AGENCIES)
    assert [row["agency_id"] for row in rows] == [agency.id for agency in campaign.agencies]
    for row, agency in zip(rows, campaign.agencies, strict=True):
        assert row["signoff"] == link("signoff", agency)
        assert row["coi"] == link("coi", agency)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_notepad_may_save_it_as_it_likes(folder, campaign, encoding):
    assert imported(folder, cells(answer_of(campaign)).encode(encoding)) == 0


def test_it_is_kept_beside_the_campaign_and_nowhere_public(folder, campaign):
    assert imported(folder, cells(answer_of(campaign))) == 0
    kept = json.loads((folder / "google.json").read_text(encoding="utf-8"))
    assert kept["spreadsheet"] == SHEET
    assert main(["forms", str(folder)]) == 0
    assert main(["refresh", str(folder)]) == 0
    assert (folder / "out/forms/links.csv").is_file()
    for path in (folder / "out/public").rglob("*"):
        assert not path.is_file() or b"docs.google.com" not in path.read_bytes()


def test_what_it_says_to_paste_is_a_source_that_loads(folder, campaign, capsys):
    assert imported(folder, cells(answer_of(campaign))) == 0
    said = capsys.readouterr().out
    pasted = tomllib.loads(said[said.index("[[sources]]") :])["sources"]
    assert pasted[0] == {
        "form": "signoff", "kind": "google-sheets", "spreadsheet": SHEET, "gid": 1001,
    }  # fmt: skip
    assert f'signoff_url = "{form_url("signoff")}"' in said
    settings = folder / "campaign.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before + said[said.index("[[sources]]") :], encoding="utf-8")
    try:
        sources = load_campaign(folder).sources
    finally:
        settings.write_text(before, encoding="utf-8")
    assert [(source.form, source.gid) for source in sources if source.spreadsheet] == [
        ("signoff", (1001,)), ("coi", (1002,)), ("headcount", (1003,)), ("progress", (1004,)),
    ]  # fmt: skip


def changed(form=0, **changes):
    """Return what changes one form of an answer."""

    def change(answer):
        forms = list(answer["forms"])
        forms[form] = forms[form] | changes
        return answer | {"forms": forms}

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda a: a | {"campaign": "other-2566"}, "answer of the campaign “other-2566”"),
        (lambda a: a | {"forms": a["forms"][:1]}, "the form “coi” is not in it exactly once"),
        (lambda a: a | {"forms": [*a["forms"], a["forms"][0]]}, "“signoff” is not in it exactly"),
        (lambda a: a | {"spreadsheet": "https://evil.example/x"}, "is not the address of a docum"),
        (changed(url="https://evil.example/forms"), "is not the address of a Google form"),
        (changed(links={"x": "javascript:alert(1)"}), "is not the address of a Google form"),
        (changed(gid=-1), "gid"),
        (lambda a: {k: v for k, v in a.items() if k != "spreadsheet"}, '"spreadsheet" is missing'),
    ],
)
def test_what_cannot_be_right_is_refused_in_words_and_the_former_stays(
    folder, campaign, change, said, capsys
):
    assert imported(folder, cells(answer_of(campaign))) == 0
    before = (folder / "google.json").read_bytes()
    assert imported(folder, cells(change(answer_of(campaign)))) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "answer.txt" in told
    assert "Traceback" not in told
    assert (folder / "google.json").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda answer: logged(answer)[:900], "cut off or changed"),
        (lambda _answer: "9:41:02 AM\tNotice\tExecution started", "is not in this file"),
        (lambda _answer: "", "the file is empty"),
        (lambda _answer: b"PK\x03\x04" + bytes(200), "answer.txt"),
        (lambda _answer: "[" * 100_000, "is not in this file"),
    ],
)
def test_a_file_without_a_whole_answer_says_what_to_copy(folder, campaign, content, said, capsys):
    assert imported(folder, content(answer_of(campaign))) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "copy all of column A of the tab “rapsap”" in told
    assert not (folder / "google.json").exists()


def test_a_link_that_chooses_another_agency_is_never_given_out(folder, campaign, capsys):
    first, second = campaign.agencies[:2]
    answer = answer_of(campaign)
    answer["forms"][0]["links"][first.id] = link("signoff", second)
    del answer["forms"][1]["links"][second.id]
    assert imported(folder, cells(answer)) == 0
    told = capsys.readouterr().err
    assert f"there is no link that chooses “{first.name}”" in told
    assert f"there is no link that chooses “{second.name}”" in told
    rows = links(folder)
    assert [row["signoff"] for row in rows[:2]] == ["", link("signoff", second)]
    assert [row["coi"] for row in rows[:2]] == [link("coi", first), ""]


def test_a_form_that_is_closed_or_reworded_is_told(folder, campaign, capsys):
    answer = changed(accepting=False, headers=["ประทับเวลา", "หน่วยงาน"])(answer_of(campaign))
    assert imported(folder, cells(answer | {"warnings": ["โปรดตรวจ"]})) == 0
    told = capsys.readouterr().err
    assert "the form does not take answers yet" in told
    assert "the sheet has no column “นามสกุล”" in told
    assert "โปรดตรวจ" in told


def test_a_missing_file_is_told(folder, tmp_path, capsys):
    place = tmp_path / "none.txt"
    assert main(["--lang", "en", "forms", str(folder), "--import", str(place)]) == 2
    assert "none.txt: the file cannot be opened" in capsys.readouterr().err
