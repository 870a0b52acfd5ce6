# Short names for the commands; each works without make, too.
PYTHON ?= python3

.PHONY: demo test lint types locks messages

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

# Collects the interface's messages and brings every catalogue up to date; new ones are empty and show in English.
messages:
	.venv/bin/pybabel -q extract -F translations/babel.cfg -k _l -k lazy_gettext -k N_ -k ngettext:1,2 \
	  --project=esafety --copyright-holder= --msgid-bugs-address= --add-location=file --sort-output -o translations/messages.pot .
	for code in cy ur; do .venv/bin/pybabel -q update --no-fuzzy-matching --no-wrap -i translations/messages.pot -d translations -l $$code \
	  || .venv/bin/pybabel -q init -i translations/messages.pot -d translations -l $$code; done
