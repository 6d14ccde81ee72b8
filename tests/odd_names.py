"""The template's own forms, asked of three agencies whose names try to be more than data."""

from __future__ import annotations

from pathlib import Path

from builders import AGENCIES, tiny_campaign

import config
from config.settings import read_settings
from config.unroll import Subjects, unroll

ODD_NAMES = (
    """สำนักงาน "จังหวัด" 'เชียงราย' `ใหม่` ${1}""",
    r"สำนักงาน \ ทดสอบ \u0041 \n </script><!-- */ // {{ 1 }} {% raw %}",
    "สำนักงาน 👩🏽‍🚒 ดับเพลิง & = + #",
)
_AGENCIES = tuple(
    agency.model_copy(update={"name": name})
    for agency, name in zip(AGENCIES, ODD_NAMES, strict=True)
)
_TINY = tiny_campaign(agencies=_AGENCIES)
_SETTINGS = read_settings(Path(config.__file__).parent / "template")
_SUBJECTS = Subjects(
    agencies=_AGENCIES,
    staff_types=_TINY.staff_types,
    notices=_TINY.notices,
    coi_kinds=_TINY.coi_kinds,
    measures=_TINY.measures,
    guidelines=_TINY.guidelines,
)
ODD_CAMPAIGN = tiny_campaign(
    agencies=_AGENCIES,
    forms=tuple(unroll(form, _SUBJECTS) for form in _SETTINGS.forms),
    privacy_notice="# ประกาศความเป็นส่วนตัว\n\nเก็บเท่าที่จำเป็น\n\n- ชื่อ\n- ตำแหน่ง\n",
    privacy_short="เก็บเท่าที่จำเป็น",
    eit_url="https://survey.example/eit?q=1&p=2",
)
