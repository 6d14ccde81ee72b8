# Set-up is these two: make demo, make test. Everything lives in .venv.
PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python -m

.PHONY: demo demo-google test test-slow coverage bench soak lint audit lock messages clean

demo: .venv/runtime
	$(RUN) rapsap demo demo

# The same rehearsal through a Google of this machine's own, compared with its downloads.
demo-google: .venv/dev
	PYTHONPATH=.:tests $(RUN) loopback

# Every core works; a file stays with one of them, for its tests share what is dear to make.
ON_ALL_CORES := -n auto --dist loadfile

test: .venv/dev
	$(RUN) pytest $(ON_ALL_CORES) $(MEASURED)

test-slow: .venv/dev
	$(RUN) pytest $(ON_ALL_CORES) $(MEASURED) -m "slow or hypothesis" --hypothesis-profile=thorough

# After make test and make test-slow with MEASURED="--cov --cov-append --cov-report=": lines and branches.
coverage: .venv/dev
	$(RUN) coverage report --fail-under=92

# Beside a named reference, never a timed test: run it when the machine does nothing else.
bench: .venv/runtime
	PYTHONPATH=.:tests $(RUN) bench --command "make bench" --write docs/benchmarks.md

# Killed at random moments, refused the disk, crowded: make soak KILLS=500 MINUTES=60 SEED=1
KILLS ?= 500
MINUTES ?= 60
SEED ?= 1
soak: .venv/dev
	PYTHONPATH=.:tests $(RUN) soak --seed $(SEED) --kills $(KILLS) --minutes $(MINUTES) --write docs/soak.md \
		--command "make soak KILLS=$(KILLS) MINUTES=$(MINUTES) SEED=$(SEED)"

# What decides is changed, one spot at a time: does a test tell?
mutants: .venv/mutants
	PYTHONPATH=.:tests $(RUN) mutating

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Known holes in what we install: asks the advisories on the net, and fails where it cannot.
audit: .venv/audit
	.venv/audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.lock -r requirements-dev.lock

# The catalogue: extract what the code says, merge, compile.
messages: .venv/dev
	$(BIN)/pybabel -q extract -k thai -k marked -o .venv/rapsap.pot --no-location --sort-output config collector aggregate report rapsap
	$(BIN)/pybabel -q update -i .venv/rapsap.pot -o config/locale/th/LC_MESSAGES/rapsap.po -l th -N --omit-header
	$(BIN)/pybabel -q compile -i config/locale/th/LC_MESSAGES/rapsap.po -o config/locale/th/LC_MESSAGES/rapsap.mo -l th

# Needs uv; writes names, versions and hashes, never an index address.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	echo 'mutmut>=3.8' | uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 -c requirements-dev.lock - -o requirements-mutants.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra audit -c requirements.lock pyproject.toml -o requirements-audit.lock

.venv/mutants: .venv/dev requirements-mutants.lock
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-mutants.lock
	touch $@

.venv/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rapsap needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	touch $@

.venv/runtime: .venv/python requirements.lock
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	touch $@

.venv/dev: .venv/runtime requirements-dev.lock
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	$(RUN) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# A place of its own: what it brings is nobody else's.
.venv/audit: .venv/python requirements-audit.lock
	$(RUN) venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-audit.lock
	touch $@

clean:
	rm -rf .venv build demo *.egg-info
