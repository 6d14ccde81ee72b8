"""How long we go on asking: at most six tries for a question, five minutes for a refresh."""

from __future__ import annotations

import logging
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from urllib3.exceptions import MaxRetryError
from urllib3.util.retry import RequestHistory, Retry

from collector.google.trouble import NO_ANSWER, Trouble
from collector.google.words import fault_of
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable

TRIES = 6
SECONDS = 300.0
"""What all troubles of one refresh may cost, waiting and vain tries together."""
READS_A_MINUTE = 60
"""Google's quota per user; whatever else runs in the project has its own."""
_LEAST_SECONDS = 5.0
_LONGEST_WAIT = 120.0
_MINUTE = 60.0
_LOG = logging.getLogger("rapsap.google")

Answer = TypeVar("Answer")
Timeout = tuple[float, float]


def _policy() -> Retry:
    """Wait 2, 4, 8, 16, 32 seconds and up to three more, so that offices do not ask in step."""
    first = RequestHistory(None, None, None, None, None)
    return Retry(
        total=TRIES - 1,
        backoff_factor=1,
        backoff_jitter=3,
        allowed_methods=None,
        history=(first,),
    )


@dataclass
class Patience:
    """Asks again while a trouble may pass, and no longer than the refresh can bear.

    Once the time is used up each further question gets one try; when Google was not even heard
    then, none. ``timeout``: seconds to connect and to wait for bytes. Tests give ``clock``,
    ``sleep`` and ``timeout``.
    """

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    timeout: Timeout = (10.0, 60.0)
    spent: float = 0.0
    _hopeless: Trouble | None = None
    _reads: deque[float] = field(default_factory=lambda: deque(maxlen=READS_A_MINUTE))

    def ask(self, question: Callable[[Timeout], Answer], *, paced: bool = False) -> Answer:
        """Return the answer to ``question``, which is given a timeout; raise the last `Trouble`.

        ``paced`` questions wait for their turn, so that no minute has more than Google allows.
        """
        retry = _policy()
        while True:
            if self._hopeless:
                raise self._hopeless
            if paced:
                self._take_turn()
            began = self.clock()
            try:
                return question(self._timeout())
            except Trouble as trouble:
                self.spent += self.clock() - began if trouble.passing else 0
                retry = self._once_more(retry, trouble)

    def _once_more(self, retry: Retry, trouble: Trouble) -> Retry:
        """Wait, and return what tries are left; raise the trouble when it is of no use."""
        if not trouble.passing:
            raise trouble
        try:
            retry = retry.increment(error=trouble)
        except MaxRetryError:
            raise trouble from None
        wait = max(retry.get_backoff_time(), min(trouble.wait or 0, _LONGEST_WAIT))
        if self.spent + wait > SECONDS:
            self._hopeless = trouble if trouble.code in NO_ANSWER else None
            raise trouble
        _LOG.warning(
            _("%(fault)s. Trying again in %(seconds).0f s (try %(number)d of %(tries)d)."),
            {"fault": fault_of(trouble, _), "seconds": wait,
             "number": len(retry.history), "tries": TRIES},
        )  # fmt: skip
        self.sleep(wait)
        self.spent += wait
        return retry

    def _timeout(self) -> Timeout:
        """Let no try outlast the time that is left, but let it be a try."""
        left = max(SECONDS - self.spent, _LEAST_SECONDS)
        return min(self.timeout[0], left), min(self.timeout[1], left)

    def _take_turn(self) -> None:
        if len(self._reads) == READS_A_MINUTE:
            self.sleep(max(0.0, self._reads[0] + _MINUTE - self.clock()))
        self._reads.append(self.clock())
