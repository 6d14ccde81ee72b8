"""What each trouble with Google is called, what mends it, and which exit code it ends in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from config.errors import ExitCode, UserError
from config.messages import marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from collector.google.trouble import Code, Trouble


class Words(NamedTuple):
    """Fault and remedy as msgids; they may name ``{address}``, ``{link}`` and ``{project}``."""

    exit_code: ExitCode
    fault: str
    remedy: str


class GoogleError(UserError):
    """A trouble with Google in words, with the exit code of its cause."""

    def __init__(self, words: Words, fault: str, *, place: str, remedy: str) -> None:
        super().__init__(fault, place=place, remedy=remedy)
        self.exit_code = words.exit_code


def in_words(trouble: Trouble, say: Callable[[str], str], *, place: str, address: str) -> UserError:
    """Return the trouble as an error for a person.

    ``place`` says which document or file; ``address`` is the account that must be let in, ""
    where it is not known.
    """
    words = WORDS[trouble.code]
    details = {
        "address": address or say(_THE_ACCOUNT),
        "link": trouble.link or _CONSOLE,
        "project": trouble.project or "?",
    }
    return GoogleError(
        words,
        say(words.fault).format(**details),
        place=place,
        remedy=say(words.remedy).format(**details),
    )


def fault_of(trouble: Trouble, say: Callable[[str], str]) -> str:
    """Return what the trouble is called."""
    return say(WORDS[trouble.code].fault).format(project=trouble.project or "?")


_THE_ACCOUNT = marked("the account that this machine signs in with")
_CONSOLE = "https://console.cloud.google.com/apis/library"
_LATER, _PERMISSION, _CAMPAIGN = ExitCode.TRY_LATER, ExitCode.NO_PERMISSION, ExitCode.CAMPAIGN
_NEW_KEY = marked(
    "Make a new JSON key for the service account in the Google Cloud console, put it in the place "
    "of the old one, and run: rapsap check"
)
_DOWNLOAD_KEY = marked(
    "Download the JSON key again from the Google Cloud console, and do not open it in an editor."
)
_NETWORK = marked(
    "See that this machine reaches the internet; the next refresh tries again by itself."
)
_BY_ITSELF = marked("Nothing to do: the next refresh tries again by itself.")
_PROXY = marked(
    "Ask the office's network administrator for the proxy's address, and set HTTPS_PROXY to it."
)

WORDS: dict[Code, Words] = {
    "no_sign_in": Words(
        _PERMISSION,
        marked("There is nothing to sign in to Google with"),
        marked(
            "Put the service account's JSON key beside campaign.toml and write its name under "
            "[google] credentials, or sign in once on this machine."
        ),
    ),
    "key_missing": Words(
        _PERMISSION,
        marked("The key file for Google is not there"),
        marked("Put the key file there, or correct [google] credentials in campaign.toml."),
    ),
    "key_locked": Words(
        _PERMISSION,
        marked("The key file for Google cannot be opened"),
        marked("Run rapsap as the user whom the key file belongs to."),
    ),
    "key_open": Words(
        _PERMISSION,
        marked("Others on this machine may read the key file for Google"),
        marked("Close it to them: chmod 600 and the file's name."),
    ),
    "key_not_json": Words(
        _PERMISSION, marked("The key file for Google is damaged: it is not JSON"), _DOWNLOAD_KEY
    ),
    "key_of_an_app": Words(
        _PERMISSION,
        marked("This file names an app (OAuth client), and nobody has signed in with it yet"),
        marked(
            "Use a service account's key; or sign in once as docs/google-th.md says, and name the "
            "file which that writes."
        ),
    ),
    "key_of_another_kind": Words(
        _PERMISSION,
        marked("This is not a key file that rapsap can sign in with"),
        marked("Use the JSON key of a service account (not P12, not an API key)."),
    ),
    "key_incomplete": Words(
        _PERMISSION,
        marked("The key file for Google is incomplete or its private key is damaged"),
        _DOWNLOAD_KEY,
    ),
    "key_line_ends": Words(
        _PERMISSION,
        marked("The private key's line ends were lost when the key file was copied"),
        _DOWNLOAD_KEY,
    ),
    "clock_wrong": Words(
        _PERMISSION,
        marked("Google refuses the sign-in because this machine's clock is wrong"),
        marked("Set date, time and time zone of this machine automatically, then refresh again."),
    ),
    "key_revoked": Words(
        _PERMISSION, marked("Google no longer takes this key: it was revoked or replaced"), _NEW_KEY
    ),
    "account_gone": Words(
        _PERMISSION,
        marked("The account of this key was deleted or switched off"),
        marked(
            "Switch it on again in the Google Cloud console, or make a new service account and "
            "share the sheets with it."
        ),
    ),
    "sign_in_expired": Words(
        _PERMISSION,
        marked("The sign-in to Google has expired or was withdrawn"),
        marked("Sign in once more as docs/google-th.md says, or use a service account's key."),
    ),
    "scope_refused": Words(
        _PERMISSION,
        marked("Google does not let this account ask for the permissions that are needed"),
        marked(
            "Have the organisation's Google administrator allow them, or use a service account. "
            "Without drive = true under [google] fewer are asked for."
        ),
    ),
    "sign_in_refused": Words(
        _PERMISSION,
        marked("Google refuses the sign-in twice in a row"),
        marked("Run rapsap check; if it says the same, make a new key for the service account."),
    ),
    "not_shared": Words(
        _PERMISSION,
        marked("It is not shared with the account that rapsap signs in with"),
        marked("Ask its owner to share it with {address} (a sheet as viewer, a form as editor)"),
    ),
    "api_disabled": Words(
        _PERMISSION,
        marked("The Google API for it is not enabled in the key's project ({project})"),
        marked("Open {link} and press Enable; it takes a few minutes to work."),
    ),
    "scope_missing": Words(
        _PERMISSION,
        marked("The sign-in does not include the permission to read this"),
        marked(
            "Sign in once more as docs/google-th.md says, with all the permissions named there."
        ),
    ),
    "not_found": Words(
        _PERMISSION,
        marked("Google knows no such document: it was deleted, or the id is wrong"),
        marked(
            "Ask its owner whether it was deleted (it can be brought back from the bin); else "
            "paste its address into campaign.toml again."
        ),
    ),
    "in_bin": Words(
        _PERMISSION,
        marked("It lies in the bin"),
        marked("Ask its owner to restore it from the bin: after thirty days it is gone."),
    ),
    "not_a_sheet": Words(
        _CAMPAIGN,
        marked("It is an Excel file in Google Drive, not a Google Sheet"),
        marked(
            "Open it in Drive, choose File > Save as Google Sheets, and paste the new sheet's "
            "address; or download it into the inbox."
        ),
    ),
    "not_understood": Words(
        _CAMPAIGN,
        marked("Google cannot make sense of this document's id"),
        marked("Paste the document's address into campaign.toml again."),
    ),
    "busy": Words(_LATER, marked("Google is asked too much just now"), _BY_ITSELF),
    "google_down": Words(_LATER, marked("Google has a fault of its own just now"), _BY_ITSELF),
    "no_network": Words(_LATER, marked("Google cannot be reached from this machine"), _NETWORK),
    "no_name": Words(_LATER, marked("This machine cannot find Google's address (DNS)"), _NETWORK),
    "silent": Words(_LATER, marked("Google did not answer in time"), _NETWORK),
    "cut_short": Words(_LATER, marked("Google's answer broke off on its way"), _NETWORK),
    "tls": Words(
        _LATER,
        marked("Somebody stands between this machine and Google (the certificate is not Google's)"),
        marked(
            "If the office's network inspects traffic, ask for its certificate and set "
            "REQUESTS_CA_BUNDLE to that file; else try another network."
        ),
    ),
    "proxy": Words(_LATER, marked("The office's proxy does not let us through to Google"), _PROXY),
    "proxy_page": Words(
        _LATER,
        marked("A page of the network answered instead of Google (a sign-in page or a proxy)"),
        marked(
            "Open any website in the browser and sign in to the network; if that does not help, "
            "ask the network administrator to let rapsap reach *.googleapis.com."
        ),
    ),
    "strange_answer": Words(
        _LATER,
        marked("Google answered something that rapsap does not understand"),
        marked("Try again later; if it says the same, tell the maintainers."),
    ),
}
