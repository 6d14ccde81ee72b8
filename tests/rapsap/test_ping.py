"""A ping tells how a run ended, and can never break it."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from filelock import FileLock
from loopback.watcher import watching
from small_campaign import new_small_campaign

from config.errors import ExitCode
from rapsap.__main__ import main
from rapsap.ping import address_of, send

NOW = datetime(2023, 4, 30, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    """Return a campaign that has been refreshed: nothing is new any more."""
    folder = tmp_path_factory.mktemp("ping") / "campaign"
    new_small_campaign(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        assert main(["refresh", str(folder)]) == 0
    return folder


@pytest.fixture
def watcher(tmp_path, monkeypatch):
    with watching(tmp_path, monkeypatch) as watcher:
        yield watcher


def refresh(folder, url):
    return main(["--lang", "en", "refresh", str(folder), "--ping", url])


def test_the_exit_code_is_the_last_part_of_the_path(campaign, watcher, capsys):
    assert refresh(campaign, f"{watcher.url}/secret-key") == 0
    assert watcher.asked == ["/secret-key/0"]
    assert "ping" not in capsys.readouterr().err


def test_a_failed_run_is_told_too(watcher, tmp_path, capsys):
    assert refresh(tmp_path / "nowhere", f"{watcher.url}/key/?a=1#b") == 2
    assert watcher.asked == ["/key/2?a=1"]
    assert "no campaign.toml" in capsys.readouterr().err


@pytest.mark.parametrize("status", [404, 500])
def test_a_server_that_says_no_is_told_without_its_address(campaign, watcher, status, capsys):
    watcher.status = status
    assert refresh(campaign, f"{watcher.url}/secret-key") == 0
    said = capsys.readouterr().err
    assert f"The ping did not arrive: the server answers {status}." in said
    assert "secret-key" not in said


def test_a_redirect_is_not_followed(campaign, watcher, capsys):
    watcher.status, watcher.elsewhere = 302, f"{watcher.url}/elsewhere"
    assert refresh(campaign, f"{watcher.url}/key") == 0
    assert watcher.asked == ["/key/0"]
    assert "the server answers 302" in capsys.readouterr().err


def test_nobody_there(campaign, tmp_path, monkeypatch, capsys):
    with watching(tmp_path, monkeypatch) as watcher:
        closed = watcher.url
    assert refresh(campaign, closed) == 0
    assert "no connection (ConnectionRefusedError)" in capsys.readouterr().err


def test_a_certificate_that_nobody_vouches_for(campaign, watcher, monkeypatch, capsys):
    monkeypatch.delenv("SSL_CERT_FILE")
    assert refresh(campaign, watcher.url) == 0
    assert watcher.asked == []
    assert "no connection (SSLCertVerificationError)" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["http://localhost:9/a", "file:///etc/hostname", "https://[", "x"])
def test_what_is_not_https_is_not_asked(campaign, url, capsys):
    assert refresh(campaign, url) == 0
    assert "does not begin with https://" in capsys.readouterr().err


@pytest.mark.parametrize(
    "url", ["https://a\nb/", "https://ก.invalid/ข", "https://a b/", f"https://{'a' * 300}/"]
)
def test_an_address_that_is_none_raises_nothing(url):
    assert send(url, ExitCode.OK, patience=0.5)


def test_a_server_that_hangs_is_left_in_time(watcher):
    watcher.hangs = True
    began = time.monotonic()
    assert "0.3" in send(watcher.url, ExitCode.OK, patience=0.3)
    assert time.monotonic() - began < 5


@pytest.mark.slow
def test_a_run_ends_though_the_watcher_hangs(campaign, watcher, capsys):
    watcher.hangs = True
    assert refresh(campaign, watcher.url) == 0
    assert "no answer within 4 seconds" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "address"),
    [("https://h", "https://h/0"), ("https://h/", "https://h/0"), ("https://h/a", "https://h/a/0"),
     ("https://h/a/?q=/", "https://h/a/0?q=/"), ("https://h/a?q#f", "https://h/a/0?q")],
)  # fmt: skip
def test_where_the_code_goes(url, address):
    assert address_of(url, ExitCode.OK) == address


def test_a_run_that_finds_another_at_work_is_told_as_75(campaign, watcher):
    with FileLock(campaign / ".rapsap.lock"):
        assert refresh(campaign, watcher.url) == 75
    assert watcher.asked == ["/75"]
