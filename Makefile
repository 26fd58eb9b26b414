# The front door. `make run` and `make test` are all that a fresh machine needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Where the material shared beside the project lies; checks that use it run when it is there.
SHARED ?= ../shared
export BANDWIDTH_SHARED := $(if $(SHARED),$(abspath $(wildcard $(SHARED))),)
# Whatever the machine says: what Python has read once it need not read again (all of it, at every start).
unexport PYTHONDONTWRITEBYTECODE
# How many tests run side by side (0: all in one process, for a debugger), and which (`make test ARGS=tests/core`).
# Those of tests/browser need Chromium and npm; without them they are left out, and the last lines say so.
JOBS ?= auto
ARGS ?=

.PHONY: help run demo test check format lint types contracts bench migrate doctor words phrases gallery lock clean

help: ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(VENV)/run.stamp ## Run Bandwidth here (no token needed)
	$(BIN)/bandwidth run

demo: $(VENV)/run.stamp ## Try it in three minutes, in a town that is gone afterwards
	$(BIN)/bandwidth demo

test: $(VENV)/dev.stamp ## Run the tests; ARGS=... runs a part of them
	$(BIN)/pytest -q -n $(JOBS) --dist loadgroup $(ARGS)

check: format lint types contracts test ## Everything that a change must pass

format: $(VENV)/dev.stamp ## Is everything formatted?
	$(BIN)/ruff format --check .

lint: $(VENV)/dev.stamp ## Does anything smell?
	$(BIN)/ruff check .
	$(BIN)/python scripts/sizes.py
	$(BIN)/python scripts/complexity.py

types: $(VENV)/dev.stamp ## Strict types
	$(BIN)/mypy

contracts: $(VENV)/dev.stamp ## Who may import whom
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/dev.stamp ## Measure, as ratios in one run
	$(BIN)/python -m bench

migrate: $(VENV)/run.stamp ## Bring the database up to date
	$(BIN)/bandwidth migrate

doctor: $(VENV)/run.stamp ## Check the set-up
	$(BIN)/bandwidth doctor

words: $(VENV)/dev.stamp ## Score the parser on the shared sentences
	cd $(BANDWIDTH_SHARED)/phrases && $(abspath $(BIN))/python score.py own-dev.jsonl --lang en \
		--cmd "$(abspath $(BIN))/python -m bandwidth parse --jsonl"

phrases: $(VENV)/dev.stamp ## Write docs/phrases.md from the tested sentences
	$(BIN)/python -m scripts.make_phrases

gallery: $(VENV)/run.stamp ## Write sample pictures into build/gallery, to be looked at
	$(BIN)/bandwidth gallery build/gallery

lock: $(VENV)/dev.stamp ## Pin the requirements again, with hashes and without addresses
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet \
		--extra build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet \
		--extra build --extra test --extra dev pyproject.toml -o requirements-dev.txt

clean: ## Remove what was made (never your data)
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/run.stamp: requirements.txt pyproject.toml
	test -e $(VENV)/dev.stamp || $(MAKE) --no-print-directory install FROM=requirements.txt
	touch $@

$(VENV)/dev.stamp: requirements-dev.txt pyproject.toml
	$(MAKE) --no-print-directory install FROM=requirements-dev.txt
	touch $@

.PHONY: install
install:
	@test -x $(BIN)/python || { echo "Making $(VENV), a folder of its own for what Bandwidth needs"; $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Bandwidth needs Python 3.11 or newer")'
	@echo "Installing into $(VENV) what $(FROM) lists: once, about a minute"
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r $(FROM)
	@echo "Installing Bandwidth itself"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
