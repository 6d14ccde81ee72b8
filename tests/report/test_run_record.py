from __future__ import annotations

import json

import sample

from report.checked import checked_document
from report.run_record import internal_run_record, public_run_record


def test_the_public_learns_how_many_files_were_refused_but_neither_names_nor_reasons():
    public, internal = public_run_record(sample.run()), internal_run_record(sample.run())
    assert json.loads(public.content)["refused_files"] == [{"form": "coi", "files": 1}]
    assert "หัวตารางไม่ใช่ของแบบนี้".encode() not in public.content
    assert b"coi-somsri" not in public.content
    assert b"coi-somsri" in internal.content


def test_the_public_record_says_which_source_is_stale_since_when():
    public = public_run_record(sample.run())
    signoff, coi = json.loads(public.content)["sources"]
    assert signoff["state"] == "ok"
    assert coi["state"] == "refused"
    assert coi["last_good"] == "2023-04-26T17:00:00+07:00"


def test_checked_js_says_when_somebody_looked():
    document = checked_document(sample.NOW)
    assert document.name == "public/checked.js"
    assert document.content == b'window.rapsapChecked="2023-04-28T10:00:00+00:00";\n'
