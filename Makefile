# What `make` can do here: `make help`. Everything runs in .venv, which the first target that needs it builds.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test check lint types floors tests quality bench docs training lock clean

# The first Python that is new enough; name another with `make PYTHON=…`.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# What is installed beside the package; `formats` as well checks exports with a library that needs ICU, a C++ compiler and pkg-config.
EXTRAS ?= dev
DESK := demo.desk
# What the demo reads: a folder or files. And whether it ends with the desk served: yes, no, or look (the default without a terminal).
DOCS ?= examples
SERVE ?= $(shell test -t 0 && echo yes || echo look)
DYAD ?= RUS-KOR
BOARDS ?= $(DYAD) IND-CHN KAZ-KOR
# Documents and hand-made readings to be measured on, where there are any beside the project.
GOLD ?= ../shared/gold
SEEDS ?= ../shared/seeds
FILES ?= $(wildcard examples/*.txt)
WORKERS ?= 2
export PYTHONPATH := src

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

$(READY): pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Dragoman needs Python 3.11 or newer with venv (Debian: apt-get install python3-venv); name one with make PYTHON=…" >&2; exit 1; }
	@echo "==> environment: $(VENV) with $$($(PYTHON) --version), once; some 500 MB, a minute or two"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off --constraint requirements.lock --editable '.[$(EXTRAS)]' \
		| awk '/^Collecting/ { printf "    %s\n", $$2; fflush() } /^Installing/ { print "    installing …"; fflush() }'; exit $${PIPESTATUS[0]}
	@touch $@

demo: $(READY) ## read DOCS (the examples) into demo.desk, print first answers with their quotes, then serve the desk; SERVE=no leaves that out
	@echo "==> the documents of $(DOCS) become a record: $(DESK)"
	@rm -f $(DESK) $(DESK)-wal $(DESK)-shm
	$(BIN)/dragoman init $(DESK)
	$(BIN)/dragoman add $(DOCS) --desk $(DESK) || test $$? -eq 2
ifeq ($(DOCS),examples)
	@echo "==> the claims about $(DYAD), in order of time"
	$(BIN)/dragoman chronology $(DYAD) --desk $(DESK)
	@for dyad in $(BOARDS); do \
		echo "==> the board of $$dyad: what is in force, and the words it rests on"; echo "$(BIN)/dragoman board $$dyad --desk $(DESK)"; \
		$(BIN)/dragoman board $$dyad --desk $(DESK) || test $$? -eq 3 || exit 1; done
endif
	@echo "==> next: $(BIN)/dragoman --help · $(BIN)/dragoman read FILE --explain · $(BIN)/dragoman who ambassador --desk $(DESK)"
	@case "$(SERVE)" in \
		no|"") echo "==> to open the desk in a browser: $(BIN)/dragoman serve --desk $(DESK)";; \
		yes) echo "==> the desk, until Ctrl-C"; exec $(BIN)/dragoman serve --desk $(DESK);; \
		*) echo "==> no terminal here, so the desk is served for one look; make demo SERVE=yes keeps it open"; \
			$(BIN)/python bench/first_board.py $(DESK);; esac

test: check ## everything that must hold: the same as check

check: lint types floors tests ## ruff, format, mypy --strict, import-linter, pytest

lint: $(READY) ## ruff with every rule, and the format
	@echo "==> ruff: every rule, but those that pyproject.toml excepts with a reason"
	@$(BIN)/ruff check --quiet src tests bench training
	@echo "==> ruff format: one layout"
	@$(BIN)/ruff format --check --quiet src tests bench training || { $(BIN)/ruff format --check src tests bench training; exit 1; }

types: $(READY) ## mypy --strict
	@echo "==> mypy --strict"
	@$(BIN)/mypy src bench training

floors: $(READY) ## which room may import which
	@echo "==> import-linter: the floors of the house"
	@$(BIN)/lint-imports --no-logo

tests: $(READY) ## pytest
	@echo "==> pytest: the parsers load once per worker, so the first dots take a while"
	@$(BIN)/python -m pytest --quiet --numprocesses $(WORKERS) --dist loadgroup

quality: $(READY) ## score the reader on GOLD and SEEDS, where they are, and write the table into docs/quality.md
	@$(BIN)/python bench/quality.py --gold $(GOLD) --seeds $(SEEDS) --page docs/quality.md

bench: $(READY) ## time and memory of reading FILES
	@$(BIN)/python bench/speed.py $(FILES)

docs: $(READY) ## write the parts of docs/ that are computed: the schema of claims, the verbs of the command line
	@$(BIN)/python bench/pages.py

training: $(READY) ## make the shipped weights again from DATA: see training/Makefile for one language
	@$(MAKE) -f training/Makefile train-en train-ko

lock: ## pin what .venv holds now into requirements.lock
	@$(BIN)/python -m pip freeze --exclude-editable --disable-pip-version-check | grep -viE '^(pip|setuptools|wheel|dragoman)\b' > requirements.lock
	@echo "requirements.lock: $$(wc -l < requirements.lock) packages"

clean: ## remove what make has made, the environment excepted
	rm -rf $(DESK)* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
