# One verb per wish. `make run` serves Palier, `make test` checks everything.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest

.PHONY: run test lint content bench clean

run: $(VENV)/run.stamp
	@$(BIN)/python -m ui.serve --port $(PORT)

test: $(VENV)/dev.stamp
	@$(PYTEST) -q -n auto $(ARGS)

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

content: $(VENV)/run.stamp
	@$(BIN)/python -m questionnaire check

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.bench.plan
	@$(BIN)/python -m tests.bench.report_pdf
	@$(BIN)/python -m tests.bench.answer_cpu

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache build

$(VENV)/run.stamp: requirements.txt | $(VENV)/made.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt requirements.txt | $(VENV)/made.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp

# Debian and Ubuntu ship Python without the part that makes environments.
$(VENV)/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Il faut Python 3.11 ou plus récent : sudo apt install python3 python3-venv" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "Il manque un paquet : sudo apt install python3-venv" >&2; exit 2; }
	@rm -rf $(VENV) && $(PYTHON) -m venv $(VENV)
	@touch $@
