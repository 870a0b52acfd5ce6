# Short names for the commands; each works without make, too.
PYTHON ?= python3

.PHONY: demo test lint types locks

demo:
	$(PYTHON) -m esafety demo

test:
	$(PYTHON) -m esafety test

lint:
	.venv/bin/ruff check . && .venv/bin/ruff format --check .

types:
	.venv/bin/mypy

# Needs uv. Neither lock names a registry, so that every machine may use its own.
locks:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml -o locks/runtime.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  -c locks/runtime.txt --extra test pyproject.toml -o locks/test.txt
