# One verb per wish. `make run` serves Palier, `make test` checks everything.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
TOOLS := build/tools/bin
PYTEST := $(BIN)/python -m pytest
# Browser tests mostly wait: one process more than there are cores. Each keeps to its own files, so that a file's
# server is started once, and takes over what is left of another's when it is done.
WORKERS := $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

.PHONY: run test test-replicas lint content catalogue bench soak faults lock sbom clean

run: $(VENV)/run.stamp
	@$(BIN)/python -m ui.serve --port $(PORT)

test: $(VENV)/dev.stamp
	@$(PYTEST) -q -n $(WORKERS) --dist worksteal $(ARGS)

# Two processes behind a proxy, one killed: needs nginx and openssl, so it is asked for.
test-replicas: $(VENV)/dev.stamp
	@$(PYTEST) -q tests/replicas/journey.py $(ARGS)

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

content: $(VENV)/run.stamp
	@$(BIN)/python -m questionnaire check
	@$(BIN)/python -m questionnaire readability

# The sentences that the English catalogue lacks, added empty; those nobody says any more, taken out.
catalogue: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.phrases

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.bench.plan
	@$(BIN)/python -m tests.bench.report_pdf
	@$(BIN)/python -m tests.bench.answer_cpu
	@$(BIN)/python -m tests.bench.first_load
	@$(BIN)/python -m tests.bench.soak
	@$(BIN)/python -m tests.bench.load
	@$(BIN)/python -m tests.bench.workshop

# Memory over ten minutes of visits: `make bench` takes two.
soak: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.bench.soak --minutes 10

# Faults on purpose, on this computer only: some minutes.
faults: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.faults

# What requirements.txt brings, exact and with hashes, for Linux, macOS and Windows.
lock: $(TOOLS)/made.stamp
	@$(TOOLS)/uv pip compile -q requirements.txt --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --custom-compile-command "make lock" -o requirements.lock

# The bill of materials of that, installed apart: the licences are in the packages.
sbom: $(TOOLS)/made.stamp
	@rm -rf build/locked && $(TOOLS)/uv venv -q --python $(TOOLS)/python build/locked
	@$(TOOLS)/uv pip install -q --python build/locked --require-hashes -r requirements.lock
	@$(TOOLS)/cyclonedx-py environment --output-reproducible --sv 1.6 --of JSON -o docs/sbom.cdx.json build/locked
	@build/locked/bin/python deploy/complete_sbom.py docs/sbom.cdx.json

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache build

$(VENV)/run.stamp: requirements.txt | $(VENV)/made.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt requirements.txt | $(VENV)/made.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp

# Tools of whoever publishes a version; the application and its tests never use them.
$(TOOLS)/made.stamp: | $(VENV)/made.stamp
	@$(BIN)/python -m venv build/tools
	@$(TOOLS)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9 cyclonedx-bom==7.5.0
	@touch $@

# Debian and Ubuntu ship Python without the part that makes environments.
$(VENV)/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Il faut Python 3.11 ou plus récent : sudo apt install python3 python3-venv" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "Il manque un paquet : sudo apt install python3-venv" >&2; exit 2; }
	@rm -rf $(VENV) && $(PYTHON) -m venv $(VENV)
	@touch $@
