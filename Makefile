# Each of these sets up what it needs in .venv by itself, once.
.DEFAULT_GOAL := help
.PHONY: help run test test-publishing demo lint pictures docs bench constraints clean

PYTHON ?= python3
FILE ?=
BIN := .venv/bin
OLD_PANDOC := pypandoc_binary==1.10
EXAMPLE := build/prairie-fork.workbook.json
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

help:
	@echo "make run    open the workbook (make run FILE=plan.workbook.json opens that one)"
	@echo "make demo   write the worked example, Prairie Fork County, and its plan, into build/"
	@echo "make test   everything that must hold: style, types, import contracts, tests"
	@echo "make lint   the first three of these alone"
	@echo "make test-publishing   a plan through pandoc, MkDocs, Hugo, a browser …: fetches tools first"
	@echo "also: pictures, docs (of the checks, the screens, the man page),"
	@echo "      bench (start-up, keys, checks, trace, find, lists, metrics, saving),"
	@echo "      constraints, clean"

.venv/for-use: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "This needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(INSTALL) -e .
	@touch $@

.venv/for-work: .venv/for-use
	$(INSTALL) -e '.[dev]'
	@touch $@

run: .venv/for-use
	@$(BIN)/workbook $(if $(FILE),"$(FILE)")

demo: .venv/for-use
	@mkdir -p build
	@$(BIN)/workbook demo --force $(EXAMPLE)
	@$(BIN)/workbook export --force $(EXAMPLE) -o build/prairie-fork.map.md
	@$(BIN)/workbook status $(EXAMPLE)
	@echo
	@echo "The plan is in build/prairie-fork.map.md. To open the workbook: make run FILE=$(EXAMPLE)"

lint: .venv/for-work
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest -n 4

# No part of `test`: it fetches, and needs programs that not everybody has.
test-publishing: .venv/for-publishing
	$(BIN)/pytest tests/publishing --result docs/publishing.md -rs

TOOLS := .venv/publishing
TRIED := tests/publishing
.venv/for-publishing: .venv/for-work $(TRIED)/requirements.txt $(TRIED)/package.json
	@echo "Fetching into $(TOOLS), from PyPI and npm, what these name, and an old pandoc:"
	@grep -h == $(TRIED)/requirements.txt; grep -h '": "[0-9]' $(TRIED)/package.json
	$(PYTHON) -m venv $(TOOLS)
	-$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check -r $(TRIED)/requirements.txt
	-$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade \
		--target $(TOOLS)/old $(OLD_PANDOC)
	@cp $(TRIED)/package.json $(TOOLS)/
	-npm install --prefix $(TOOLS) --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

pictures: .venv/for-work
	$(BIN)/python -m docs.pictures

docs: .venv/for-work
	$(BIN)/python -m docs.checks
	$(BIN)/python -m docs.screens
	$(BIN)/python -m docs.man

bench: .venv/for-work
	$(BIN)/python -m bench.start
	$(BIN)/python -m bench.keys
	$(BIN)/python -m bench.trace
	$(BIN)/python -m bench.find
	$(BIN)/python -m bench.lists
	$(BIN)/python -m bench.metrics
	$(BIN)/python -m bench.store

constraints:
	rm -rf build/fresh
	$(PYTHON) -m venv build/fresh
	build/fresh/bin/python -m pip install --quiet --upgrade -e '.[dev]'
	@echo '# The exact versions that this is developed and tested with; `make constraints` writes them anew.' > constraints.txt
	build/fresh/bin/python -m pip freeze --exclude-editable >> constraints.txt

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
