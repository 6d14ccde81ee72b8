"""A watching service on the loopback, over real TLS, that answers as a test tells it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

from loopback.certificates import make_certificates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

HANGS_FOR = 30  # seconds: far longer than anybody waits


class Watcher(ThreadingHTTPServer):
    """Keeps the paths that it was asked for, and answers with ``status``."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Exchange)
        self.asked: list[str] = []
        self.status = 200
        self.elsewhere = ""
        self.hangs = False

    @property
    def url(self) -> str:
        """Its address, without a path."""
        return f"https://localhost:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of callers who hang up."""


class _Exchange(BaseHTTPRequestHandler):
    server: Watcher

    def do_GET(self) -> None:
        """Answer, or let the caller wait."""
        self.server.asked.append(self.path)
        if self.server.hangs:
            time.sleep(HANGS_FOR)
        self.send_response(self.server.status)
        if self.server.elsewhere:
            self.send_header("Location", self.server.elsewhere)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_said: Any) -> None:
        """Say nothing."""


@contextmanager
def watching(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """Give a watcher that this process trusts, and no proxy before it."""
    trusted, context = make_certificates(folder)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    monkeypatch.setenv("no_proxy", "localhost")
    with Watcher() as watcher:
        watcher.socket = context.wrap_socket(watcher.socket, server_side=True)
        Thread(target=watcher.serve_forever, args=(0.05,), daemon=True).start()
        yield watcher
        watcher.shutdown()
