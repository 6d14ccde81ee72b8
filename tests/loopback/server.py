"""A proxy on the loopback that answers for Google's hosts itself, over real TLS.

Whoever is to meet it sets HTTPS_PROXY and REQUESTS_CA_BUNDLE; nothing in the product is touched.
"""

from __future__ import annotations

import contextlib
import json
import socketserver
import ssl
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loopback.google import Google


class Server(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, google: Google, context: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.google = google
        self.context = context

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of callers who hang up."""


class Exchange(BaseHTTPRequestHandler):
    """One connection: CONNECT, TLS, then requests until somebody hangs up."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server
    host = ""

    def do_CONNECT(self) -> None:
        """Open the tunnel and put TLS on it."""
        google = self.server.google
        if google.refuses_to_connect:
            self.send_error(google.refuses_to_connect)
            self.close_connection = True
            return
        self.host = self.path.rpartition(":")[0]
        self.send_response_only(200, "Connection established")
        self.end_headers()
        self.wfile.flush()
        try:
            self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        except (ssl.SSLError, OSError):
            self.close_connection = True
            return
        self.rfile = self.connection.makefile("rb", -1)
        self.wfile = self.connection.makefile("wb", 0)
        self.close_connection = False

    def do_GET(self) -> None:
        """Answer a question, or let happen what is in its way."""
        self._exchange(b"")

    def do_POST(self) -> None:
        """Answer a question with a body."""
        self._exchange(self.rfile.read(int(self.headers["Content-Length"])))

    def _exchange(self, body: bytes) -> None:
        google = self.server.google
        self.truth = lambda: google.answer(self.host, self.command, self.path, self.headers, body)
        fault = google.meets(self.host, self.path)
        if fault:
            fault.happen(self)
        else:
            self.say(*self.truth())

    def say(
        self, status: int, body: bytes, headers: dict[str, str], upto: int | None = None
    ) -> None:
        """Send an answer, or the beginning of one."""
        self.send_response_only(status)
        sent = {"Date": formatdate(self.server.google.wall_clock(), usegmt=True)}
        for name, value in (sent | headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[:upto])
        if upto is not None:
            self.hang_up()

    def hang_up(self) -> None:
        """Close the line."""
        self.close_connection = True
        self.connection.close()

    def finish(self) -> None:
        """Leave nothing open."""
        for end in (self.wfile, self.rfile, self.connection):
            with contextlib.suppress(OSError):
                end.close()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by its base
        """Be silent."""


def as_json(body: dict[str, Any]) -> tuple[bytes, dict[str, str]]:
    """Return a body and its headers as Google sends them."""
    return json.dumps(body, ensure_ascii=False).encode(), {
        "Content-Type": "application/json; charset=UTF-8"
    }
