"""``python -m mutating``: change what decides, one spot at a time, and see whether a test tells.

Works in a copy, ``build/mutants``; what was tried there before is not tried again. Arguments go to
``mutmut run``: names of mutants to try, ``--max-children N``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from mutating.themes import LEFT_ALONE, MODULES_BY_THEME, TESTS

ROOMS = ("config", "collector", "aggregate", "report", "rapsap")
WORK = Path("build/mutants")
# As mutmut counts them: a test failed, or pytest itself did; no test reached the function.
KILLED, SURVIVED, UNREACHED = {1, 3}, {0}, {5, 33}


def main():
    _copy()
    mutmut = Path(sys.executable).with_name("mutmut").absolute()
    run = [mutmut, "run", "--max-children", "1", *sys.argv[1:]]
    code = subprocess.run(run, cwd=WORK, check=False).returncode
    print(*_page(_outcomes()), sep="\n")
    return code


def _copy():
    WORK.mkdir(parents=True, exist_ok=True)
    for folder in (*ROOMS, "tests", "docs"):
        shutil.rmtree(WORK / folder, ignore_errors=True)
        shutil.copytree(folder, WORK / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "Makefile", "README.md", "CHANGELOG.md"):
        shutil.copy(file, WORK / file)
    modules = [module for modules in MODULES_BY_THEME.values() for module in modules]
    settings = {
        "source_paths": ROOMS,
        "only_mutate": modules,
        "do_not_mutate_patterns": LEFT_ALONE,
        "also_copy": ("docs", "Makefile", "README.md", "CHANGELOG.md"),
        "pytest_add_cli_args_test_selection": TESTS,
    }
    lines = [
        "[mutmut]",
        "use_git_change_detection=false",
        *(f"{name}=\n    " + "\n    ".join(values) for name, values in settings.items()),
    ]
    (WORK / "setup.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _outcomes():
    """Return for each module its mutants with the code that its tests ended with."""
    read = {}
    for modules in MODULES_BY_THEME.values():
        for module in modules:
            told = WORK / "mutants" / f"{module}.meta"
            read[module] = json.loads(told.read_text())["exit_code_by_key"] if told.exists() else {}
    return read


def _page(outcomes):
    yield "| theme | module | mutants | killed | survived | no test | other | killed, % |"
    yield "|---|---|---|---|---|---|---|---|"
    for theme, modules in MODULES_BY_THEME.items():
        for module in modules:
            yield _row(theme, f"`{module}`", outcomes[module].values())
        codes = [code for module in modules for code in outcomes[module].values()]
        yield _row(f"**{theme}**", "all", codes)
    yield ""
    yield "Survivors (`mutmut show NAME` in build/mutants):"
    for mutants in outcomes.values():
        yield from (f"- {name}" for name, code in mutants.items() if code in SURVIVED | UNREACHED)


def _row(theme, module, codes):
    count = Counter(
        "killed" if code in KILLED
        else "survived" if code in SURVIVED
        else "unreached" if code in UNREACHED
        else "other"
        for code in codes
    )  # fmt: skip
    asked = count.total()
    share = f"{100 * count['killed'] // asked}" if asked else "–"
    figures = [count[kind] for kind in ("killed", "survived", "unreached", "other")]
    return f"| {theme} | {module} | {asked} | {' | '.join(map(str, figures))} | {share} |"


if __name__ == "__main__":
    sys.exit(main())
