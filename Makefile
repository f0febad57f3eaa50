# The targets that a fresh machine needs: Python 3.11 or later, pip, git and make are enough.
#   make run      build the briefs if they are stale, then run the bot; without a Discord token, chat in the terminal
#   make test     every test
#   make check    lint, format, types
#   make eval     how good the briefs and the lookup are, against floors that may only rise
#   make bench    how fast the parts are, how a build grows, and lookup beside others (a quarter of an hour up to 1000000
#                 names, which is the default): make bench DOCUMENTS="1000 10000" NAMES="1000 10000"
#   make lock     pin the newest versions that pyproject.toml allows, with their hashes
#   make format   lay out the code
#   make clean    remove what the targets made

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The first of these that is new enough. Empty where none is: then `venv` says so.
PYTHON := $(shell for python in $${PYTHON:-} python3.11 python3 python3.14 python3.13 python3.12 python; do \
	"$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$python"; break; }; done)
# What is installed is stamped with the hash of what it was installed from: a changed requirement installs anew.
RUNTIME := $(VENV)/runtime-$(shell cksum < requirements/runtime.txt | cut -d' ' -f1)
DEV := $(VENV)/dev-$(shell cat requirements/dev.txt pyproject.toml | cksum | cut -d' ' -f1)

DOCUMENTS := 100 1000
NAMES := 1000 10000 100000 1000000

.DEFAULT_GOAL := help
.PHONY: help run test check bench eval lock format clean

help:
	@sed -n 's/^#   //p' Makefile

run: $(RUNTIME)
	@$(BIN)/python -m bot build --check >/dev/null 2>&1 || $(BIN)/python -m bot build
	@if [ -n "$$DISCORD_TOKEN$$DISCORD_TOKEN_FILE" ]; then exec $(BIN)/python -m bot run; else exec $(BIN)/python -m bot chat; fi

test: $(DEV)
	$(BIN)/python -m pytest --benchmark-disable $(ARGS)

check: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(DEV)
	$(BIN)/python -m pytest tests/bench --benchmark-only $(ARGS)
	$(BIN)/python -m tests.bench.growth $(DOCUMENTS)
	$(BIN)/python -m tests.bench.lookup $(NAMES)

eval: $(DEV)
	$(BIN)/python -m tests.eval

format: $(DEV)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(DEV)
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --output-file requirements/runtime.txt
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-header --no-annotate --extra dev --constraint requirements/runtime.txt pyproject.toml --output-file requirements/dev.txt

clean:
	rm -rf $(VENV) .briefs-cache .pytest_cache .mypy_cache .ruff_cache .benchmarks build ./*.egg-info
	find bot tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or later, with its venv module, is needed: install it (on Debian and Ubuntu: python3 and python3-venv) and try again." >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)

# Running needs no build of the project: a launcher finds the code where it is. Development installs it properly.
$(RUNTIME): | $(BIN)/python
	@echo "Installing what the bot needs into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements/runtime.txt
	@[ -x $(BIN)/briefbot ] || { printf '#!/bin/sh\nPYTHONPATH="%s" exec "%s/python" -P -m bot "$$@"\n' "$(CURDIR)" "$(CURDIR)/$(BIN)" > $(BIN)/briefbot && chmod 755 $(BIN)/briefbot; }
	@rm -f $(VENV)/runtime-* && touch $@

$(DEV): | $(BIN)/python
	@echo "Installing what development needs into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@rm -f $(VENV)/dev-* && touch $@
