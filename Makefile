# Everything runs from .venv, which is made from the lock files. `make` alone prints this help.

PYTHON ?= python3
BIN := .venv/bin
QUICK_TESTS := $(addprefix tests/,reading schema compendium checks loading presentation privacy test_layers.py test_problems.py)
PIP := $(BIN)/python -m pip install --disable-pip-version-check --quiet --no-warn-script-location

.DEFAULT_GOAL := help
.PHONY: help site serve check pdf usb wheel lint test test-fast bench lock clean

help: ## Print this help
	@echo "Usage: make TARGET"
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/site-ready ## Check the content and build the compendium into site/
	@$(BIN)/compendium build

serve: .venv/site-ready ## Live preview on http://127.0.0.1:8000: an edited practice shows at once
	@$(BIN)/compendium serve

check: .venv/site-ready ## Check all content and print every problem with its file and line
	@$(BIN)/compendium check

pdf: .venv/site-ready ## Print the compendium as a book: dist/compendium.pdf
	@$(BIN)/compendium pdf

usb: site ## Make the copy for a USB stick, and a zip of it: dist/compendium-usb/
	@$(BIN)/compendium usb

wheel: .venv/site-ready ## Make the generator as one file, for compendia of your own: dist/*.whl
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

lint: .venv/test-ready ## Check how the code is written: lint, format, types
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary

test-fast: .venv/test-ready ## Run the quick tests, for the loop while editing
	@$(BIN)/python -m pytest $(QUICK_TESTS)

test: lint ## Run all tests
	@$(BIN)/python -m tests.browser.finding
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

bench: .venv/test-ready ## Measure builds, search and book at 1,000 and 5,000 entries, the first two beside Material
	@$(BIN)/python -m benchmarks.builds
	@$(BIN)/python -m benchmarks.search
	@$(BIN)/python -m benchmarks.book

lock: .venv/test-ready ## Renew the lock files from pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --group build pyproject.toml --output-file requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --group build --group dev pyproject.toml --output-file requirements-dev.lock

clean: ## Remove what was built, installed and cached
	rm -rf site dist .venv node_modules tests/html/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; $$($(PYTHON) --version 2>&1) was found. Name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo "Python cannot make a virtual environment here. On Debian or Ubuntu: apt install python3-venv"; exit 1; }

.venv/site-ready: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing what the compendium needs into .venv …"
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test-ready: requirements-dev.lock tests/html/package-lock.json .venv/site-ready
	@echo "Installing what the tests need into .venv …"
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@$(BIN)/npm ci --prefix tests/html --silent
	@touch $@
