"""What failed on the way to Google, by the exception that requests and urllib3 raise for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from requests import exceptions as faults
from urllib3.exceptions import NameResolutionError, ProxyError

from collector.google.trouble import Trouble

if TYPE_CHECKING:
    from collector.google.trouble import Code

_CODES: tuple[tuple[type[BaseException], Code], ...] = (  # the narrower ones first
    (faults.ProxyError, "proxy"),
    (faults.InvalidProxyURL, "proxy"),
    (faults.SSLError, "tls"),
    (faults.Timeout, "silent"),
    (faults.ChunkedEncodingError, "cut_short"),
    (faults.ContentDecodingError, "cut_short"),
    (faults.InvalidJSONError, "cut_short"),
    (faults.ConnectionError, "no_network"),
    (faults.RequestException, "no_network"),
    (OSError, "tls"),  # requests' own word for a certificate file that is not there
)


def trouble_of_network(fault: BaseException) -> Trouble:
    """Return the cause of a failed exchange.

    A line through a proxy that was torn is no fault of the proxy's, though urllib3 calls it one.
    """
    reason = getattr(fault.args[0], "reason", None) if fault.args else None
    if isinstance(reason, NameResolutionError):
        return Trouble("no_name")
    if isinstance(reason, ProxyError) and isinstance(reason.original_error, ConnectionError):
        return Trouble("no_network")
    return Trouble(next(code for kind, code in _CODES if isinstance(fault, kind)))
