"""Fills in the sign-off form for a person, as the stories ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.rehearsal.responses import Fate, Response, option_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime
    from random import Random

    from collector.rehearsal.clock import Clock
    from collector.rehearsal.people import Person
    from config.campaign import Agency, Campaign


@dataclass(frozen=True)
class Pen:
    """What every story needs: the form's words, chance, and a clock."""

    campaign: Campaign
    rng: Random
    clock: Clock

    @property
    def notices(self) -> list[str]:
        """The ids of all notices."""
        return [notice.id for notice in self.campaign.notices]

    def agency(self, person: Person) -> Agency:
        """Return the agency where a person works."""
        return next(a for a in self.campaign.agencies if a.id == person.agency)

    def some_notices(self) -> tuple[list[str], list[str]]:
        """Return the notices in two parts, neither of them empty."""
        count = self.rng.randint(1, len(self.notices) - 1)
        some = set(self.rng.sample(self.notices, count))
        return (
            [notice for notice in self.notices if notice in some],
            [notice for notice in self.notices if notice not in some],
        )

    def sign(  # noqa: PLR0913  # one keyword per thing that a story may say
        self,
        kind: str,
        person: Person,
        moment: datetime,
        notices: Sequence[str] | None = None,
        *,
        clarify: Collection[str] = (),
        fate: Fate = "accepted",
        why: str = "",
        typed: str | None = None,
        **changed: str,
    ) -> Response:
        """Return a sign-off for ``notices`` (all unless told); ``changed`` answers override."""
        acknowledged = self.notices if notices is None else notices
        answers = self._about(person)
        answers |= {
            f"ack.{notice}": self._answer("acknowledged", notice) for notice in acknowledged
        }
        answers |= {f"ack.{notice}": self._answer("clarify", notice) for notice in clarify}
        return Response(kind, moment, answers | changed, fate, why, typed)

    def _answer(self, option: str, notice: str) -> str:
        return option_text(self.campaign.form("signoff"), f"ack.{notice}", option)

    def _about(self, person: Person) -> dict[str, str]:
        form = self.campaign.form("signoff")
        staff_type = next(t for t in self.campaign.staff_types if t.id == person.staff_type)
        done = form.question("coi_done").options
        return {
            "agency": self.agency(person).name,
            "group": person.group,
            "title": person.name.title,
            "first_name": person.name.first,
            "last_name": person.name.last,
            "position": person.position,
            "staff_type": staff_type.name,
            "email": person.email,
            "coi_done": done[person.number % len(done)].text,
            "confirm": option_text(form, "confirm", "confirmed"),
        }
