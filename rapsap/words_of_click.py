"""What click itself says, marked for the catalogue: click looks its words up there.

Nothing imports this; a test compares it with the click that is installed.
"""

from __future__ import annotations

from gettext import ngettext

from config.messages import marked

SAID = (
    marked("Usage:"),
    marked("Options"),
    marked("Commands"),
    marked("Show this message and exit."),
    marked("Show the version and exit."),
    marked("Try '{command} {option}' for help."),
    marked("Error: {message}"),
    marked("Aborted!"),
    marked("No such command {name!r}."),
    marked("No such option {name!r}."),
    marked("Missing command."),
    marked("Missing argument"),
    marked("Missing option"),
    marked("Missing parameter"),
    marked("Missing parameter: {param_name}"),
    marked("Missing {param_type}"),
    marked("Choose from:\n\t{choices}"),
    marked("Option {name!r} does not take a value."),
    marked("Invalid value: {message}"),
    marked("Invalid value for {param_hint}: {message}"),
    marked("Argument {name!r} takes {nargs} values."),
    marked("{value!r} is not a valid {number_type}."),
    marked("{value} is not in the range {range}."),
    marked("{value!r} is not a valid boolean. Recognized values: {states}"),
    marked("{name} {filename!r} does not exist."),
    marked("{name} {filename!r} is a directory."),
    marked("{name} {filename!r} is a file."),
    marked("{name} {filename!r} is not readable."),
    marked("{name} {filename!r} is not writable."),
    marked("Could not open file {filename!r}: {message}"),
    marked("file"),
    marked("directory"),
    marked("path"),
    marked("unknown error"),
    marked("required"),
    marked("default: {default}"),
)
SAID_OF_SEVERAL = (
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1
    ),
    ngettext(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
    ),
    ngettext(
        "Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given.", 1
    ),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    ngettext(
        "{value!r} does not match the format {format}.",
        "{value!r} does not match the formats {formats}.",
        1,
    ),
)
