"""Making the schedule: from a campaign to files that its machine runs the refresh by."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from config.errors import CampaignError
from config.loading import load_campaign
from config.messages import _
from rapsap.ping import is_secret_on_the_way
from rapsap.program import HOME
from rapsap.refreshing import alone, out_of
from report import publish
from report.schedule import Job, schedule_files

if TYPE_CHECKING:
    from pathlib import Path

SCHEDULE = "schedule"
LOG = "log/refresh.log"


def make_schedule(folder: Path, *, ping: str) -> tuple[Path, Job]:
    """Write ``out/schedule`` of a campaign; return where that is, and what is to run.

    Raises `CampaignError` for a ping address that is not https, and for a path that no scheduler
    can be told.
    """
    if ping and not is_secret_on_the_way(ping):
        raise CampaignError(
            _("a ping address begins with https://"),
            place="--ping",
            remedy=_("Copy the whole address from the watching service."),
        )
    place = out_of(folder.absolute()) / SCHEDULE
    with alone(folder):
        job = _job(folder, ping)
        publish(list(schedule_files(job)), place)
    return place, job


def _job(folder: Path, ping: str) -> Job:
    campaign = load_campaign(folder)
    # Not resolved: a virtual environment's Python is a link, and the office's folder may be one.
    where = os.path.abspath(folder)  # noqa: PTH100
    python = os.path.abspath(sys.executable)  # noqa: PTH100
    log = os.path.join(where, *LOG.split("/"))  # noqa: PTH118
    told = ("--ping", ping) if ping else ()
    arguments = (
        python, "-X", "utf8", "-m", "rapsap", "refresh", where, "--log", log, *told
    )  # fmt: skip
    for text in (str(HOME), *arguments):
        _refuse_line_breaks(text)
    return Job(
        campaign_id=campaign.id,
        title=campaign.title,
        home=str(HOME),
        arguments=arguments,
        every_hours=campaign.refresh_every_hours,
        zone=campaign.timezone,
    )


def _refuse_line_breaks(text: str) -> None:
    if any(sign < " " or sign == "\x7f" for sign in text):
        raise CampaignError(
            _("a line break or another control character stands in this path"),
            place=repr(text),
            remedy=_("Give the folder another name, then try again."),
        )
