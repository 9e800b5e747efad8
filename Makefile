# A newcomer needs two commands: `make demo` and `make test`. Python 3.11 or newer and make are enough; `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.SUFFIXES:

VENV ?= .venv
PORT ?= 8000
# The interpreter a new environment is made with; empty: the newest one that runs.
PYTHON ?=
# Versions to install instead of the newest, as pip writes them: PINS="Django~=5.2.0 Wagtail~=7.4.0"
PINS ?=
# More arguments for pytest: make test ARGS="tests/news -x"
ARGS ?=

python := $(VENV)/bin/python
manage := $(python) example_site/manage.py
# From the bottom layer up (architecture rule A3), or linked apps get split initial migrations.
migration_labels := prcouncil_numbering prcouncil_news
# What holds templates, for the template linter.
template_folders := wagtail_prcouncil example_site

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/:[^#]*## /\t/' | while IFS=$$'\t' read -r name what; do printf 'make %-12s %s\n' "$$name" "$$what"; done

# A pyenv shim or a Python without ensurepip exists and fails when run, so each candidate is tried.
$(python):
	@for candidate in $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3; do \
	  if "$$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo "Making $(VENV) with $$candidate ($$("$$candidate" -V))"; exec "$$candidate" -m venv "$(VENV)"; fi; \
	  if [ "$$candidate" = "$(PYTHON)" ]; then echo "PYTHON=$(PYTHON) does not run, or is older than 3.11" >&2; exit 1; fi; \
	done; echo "Python 3.11 or newer, with venv, is needed (Debian: apt-get install python3 python3-venv)" >&2; exit 1

# One stamp for each set of extras: installed again only when the metadata changed.
$(VENV)/.installed-%: pyproject.toml setup.py | $(python)
	@echo "Installing wagtail-prcouncil[$*] into $(VENV)"
	@$(python) -m pip install --quiet --disable-pip-version-check --editable '.[$*]' $(PINS)
	@touch $@

demo: $(VENV)/.installed-demo ## the example site with demo content on 127.0.0.1:8000 (PORT=)
	$(manage) migrate --verbosity 0
	$(manage) load_demo
	@printf '\n  News      http://127.0.0.1:%s/\n  English   http://127.0.0.1:%s/en/\n  Editing   http://127.0.0.1:%s/admin/\n\n' $(PORT) $(PORT) $(PORT)
	@cat example_site/var/demo-logins.txt
	$(manage) runserver --noreload 127.0.0.1:$(PORT)

test: $(VENV)/.installed-test ## every test, in parallel: on SQLite, and again on PostgreSQL when it is found
	env -u DATABASE_URL $(python) -m pytest -n auto $(ARGS)
	@if url=$$($(python) -m tests.needs postgres); then set -x; DATABASE_URL="$$url" $(python) -m pytest -n auto -m 'not once' $(ARGS); fi

.PHONY: help demo test
