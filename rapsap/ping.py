"""Telling a watching service that a run has ended; whatever happens here is only told."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from config.messages import _

if TYPE_CHECKING:
    from config.errors import ExitCode

_PATIENCE = 4.0
"""Seconds in all: a name that is not found and a server that drips count as well."""


def is_secret_on_the_way(url: str) -> bool:
    """Say whether nobody on the way can read the address: it works as a key for its service."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def address_of(url: str, code: ExitCode) -> str:
    """Return where to send an exit code: as the last part of the path.

    >>> address_of("https://example.org/abc/?q=1", ExitCode.OK)
    'https://example.org/abc/0?q=1'
    """
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{int(code)}", fragment=""))


def send(url: str, code: ExitCode, *, patience: float = _PATIENCE) -> str:
    """Tell ``url`` the exit code of a run; return what went wrong, or "". Never raises.

    The words name neither the address nor what the server says.
    """
    if not is_secret_on_the_way(url):
        return _("it does not begin with https://, so nothing was sent")
    troubles = [_("no answer within {seconds:g} seconds").format(seconds=patience)]
    # A thread, for looking up a name knows no time limit of its own.
    asking = Thread(target=_ask, args=(address_of(url, code), patience, troubles), daemon=True)
    asking.start()
    asking.join(patience)
    return troubles[-1]


def _ask(address: str, patience: float, troubles: list[str]) -> None:
    from urllib.error import HTTPError
    from urllib.request import HTTPRedirectHandler, build_opener

    class NoRedirect(HTTPRedirectHandler):
        """Go nowhere else: the way there need not be secret."""

        def redirect_request(self, *_asked: object) -> None:
            return None

    try:
        with build_opener(NoRedirect).open(address, timeout=patience):
            troubles.append("")
    except HTTPError as answer:
        answer.close()
        troubles.append(_("the server answers {status}").format(status=answer.code))
    except Exception as fault:  # noqa: BLE001 - a run never fails for it
        reason = getattr(fault, "reason", fault)
        if not isinstance(reason, TimeoutError):
            told = _("no connection ({kind})").format(kind=type(reason).__name__)
            troubles.append(told)
