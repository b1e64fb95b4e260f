# Each of these sets up what it needs in .venv by itself, once.
.DEFAULT_GOAL := help
.PHONY: help run test demo lint picture docs bench constraints clean

PYTHON ?= python3
FILE ?=
BIN := .venv/bin
EXAMPLE := build/prairie-fork.workbook.json
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

help:
	@echo "make run    open the workbook (make run FILE=plan.workbook.json opens that one)"
	@echo "make demo   write the worked example, Prairie Fork County, and its plan, into build/"
	@echo "make test   everything that must hold: style, types, import contracts, tests"
	@echo "make lint   the first three of these alone"
	@echo "also: picture (of the README), docs (of the checks), bench (start-up, checks, trace, lists, metrics, saving),"
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

picture: .venv/for-work
	$(BIN)/python -m docs.pictures

docs: .venv/for-work
	$(BIN)/python -m docs.checks

bench: .venv/for-work
	$(BIN)/python -m bench.start
	$(BIN)/python -m bench.trace
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
