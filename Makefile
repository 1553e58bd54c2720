# Two commands do everything: `make run` (use it) and `make test` (check it). Each sets itself up in .venv.
SHELL := /bin/bash
PYTHON_IN := .venv/bin/python
HOST ?= 127.0.0.1
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help run test setup setup-dev lint types contracts tests gate quality codebook bench lock format

help:  ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: setup  ## Read the sample reports and serve the site on http://127.0.0.1:8000
	.venv/bin/civicspace load samples
	.venv/bin/civicspace serve --host $(HOST) --port $(PORT)

test: setup-dev  ## Everything that must hold: lint, types, import contracts, the quality gate, all tests
	@MAKE='$(MAKE)' scripts/check lint types contracts gate tests

setup:
	@scripts/setup run

setup-dev:
	@scripts/setup dev

lint: setup-dev  ## Style, with ruff
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: setup-dev  ## Types, with mypy --strict
	.venv/bin/mypy

contracts: setup-dev  ## Which package may import which, with import-linter
	.venv/bin/lint-imports

gate: setup-dev  ## Score the annotated reports under gold/ and fail below the floors
	$(PYTHON_IN) -m civicspace.quality.gate

tests: setup-dev  ## All tests
	.venv/bin/pytest

quality: setup-dev  ## Measure again and write docs/quality.md and the table of README.md
	$(PYTHON_IN) -m civicspace.quality.page

codebook: setup-dev  ## Write docs/codebook.md from the vocabularies
	$(PYTHON_IN) -c 'from civicspace.model.codebook_page import render; print(render(), end="")' >docs/codebook.md

bench: setup-dev  ## Time and memory of extraction beside the bare parse
	$(PYTHON_IN) bench/extract.py

format: setup-dev  ## Put the code into shape
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

lock: setup-dev  ## Write the lock files again (LOCK_ARGUMENTS=--upgrade for newer versions)
	scripts/lock $(LOCK_ARGUMENTS)
