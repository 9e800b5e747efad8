# Two commands are enough for a newcomer: `make demo` and `make test`. They need Python 3.11 or newer
# and nothing else that is installed by hand; `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.SUFFIXES:
.DELETE_ON_ERROR:

VENV ?= .venv
# Where `make demo` serves.
PORT ?= 8000
# The interpreter a new environment is made with. Empty: the newest one that runs.
PYTHON ?=
# Versions to install in place of the newest, as pip writes them: PINS="Django~=5.2.0 Wagtail~=7.4.0"
PINS ?=
# More arguments for pytest: make test ARGS="tests/news -x"
ARGS ?=
# `make bench`: how many news pages, and on which database (sqlite or postgres).
N ?= 10000
DB ?= sqlite

python := $(VENV)/bin/python
# Django on the settings of the tests, which need nothing from the environment.
django := PYTHONPATH=.:example_site DJANGO_SETTINGS_MODULE=tests.settings $(python) -m django
# From the bottom layer up, or linked apps get split initial migrations.
migration_labels := prcouncil_pages prcouncil_ui prcouncil_search prcouncil_numbering prcouncil_clock prcouncil_outbox prcouncil_exchange prcouncil_printing \
  prcouncil_directory prcouncil_councils prcouncil_meetings prcouncil_charters prcouncil_news prcouncil_audience prcouncil_comments home
# Django and Wagtail that are promised to work together, oldest first; the first pair makes the
# migrations, since what the oldest writes the newest reads, and not the other way round.
matrix := 5.2-7.4 5.2-8.0 6.0-7.4 6.0-8.0 6.1-8.0

.PHONY: help
help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sort | \
	  sed -E 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/' | expand -t 18

# --- environments ---------------------------------------------------------------------------------

# A pyenv shim, or a Python without ensurepip, exists and yet fails when run: so each one is tried.
$(python):
	@for candidate in $(or $(PYTHON),python3.13 python3.12 python3.14 python3.11 python3); do \
	  if "$$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	      >/dev/null 2>&1; then \
	    echo "Making $(VENV) with $$("$$candidate" -V)"; exec "$$candidate" -m venv "$(VENV)"; \
	  fi; \
	done; \
	echo "No $(or $(PYTHON),python3) runs that is Python 3.11 or newer and has venv" \
	  "(Debian: apt-get install python3-venv)" >&2; exit 1

# One stamp for each set of extras: pip runs again only when the metadata changed.
$(VENV)/.installed-%: pyproject.toml setup.py | $(python)
	@echo "Installing wagtail-prcouncil[$*] into $(VENV)"
	@$(python) -m pip install -qq --disable-pip-version-check --editable '.[$*]' $(PINS)
	@touch $@

# --- running --------------------------------------------------------------------------------------

.PHONY: demo
demo: manage := DJANGO_SETTINGS_MODULE=ministry.demo $(python) example_site/manage.py
demo: $(VENV)/.installed-demo ## the example site with demo content on 127.0.0.1:8000 (PORT=)
	@$(manage) migrate --verbosity 0
	@$(manage) load_demo --address 127.0.0.1:$(PORT)
	@printf '\n  Persian   http://127.0.0.1:%s/\n  English   http://127.0.0.1:%s/en/\n' $(PORT) $(PORT)
	@printf '  Editors   http://127.0.0.1:%s/admin/\n\n' $(PORT)
	@cat example_site/var/demo-logins.txt
	@echo
	@$(manage) run_demo --noreload 127.0.0.1:$(PORT)

.PHONY: bench
bench: $(VENV)/.installed-demo ## how fast pages are beside a bare one (N= pages, DB=sqlite or postgres)
	$(python) -m bench --news $(N) --database $(DB)

# --- testing --------------------------------------------------------------------------------------

# Each worker has a stretch of files, so that what a file prepares is prepared once, and a share of
# what another has left.
workers := -n auto --dist worksteal

# $(call run,marker expression): on SQLite, then what depends on the database on PostgreSQL. Pytest's
# 5 says that nothing was selected for the second, as with ARGS=tests/persian.
define run
@status=0; set -x; \
env -u DATABASE_URL $(python) -m pytest $(workers) -m '$(1)' $(ARGS) || status=$$?; \
{ set +x; } 2>/dev/null; \
if url=$$($(python) -m tests.needs postgres); then \
  echo "Again, on PostgreSQL"; \
  DATABASE_URL="$$url" $(python) -m pytest $(workers) -m '$(if $(1),$(1) and )not once' $(ARGS) || \
    [ $$? -eq 5 ] || status=1; \
fi; \
exit $$status
endef

.PHONY: test
test: $(VENV)/.installed-test ## every test: on SQLite, and again on PostgreSQL when it is found
	$(call run)
	$(if $(ARGS),,@$(MAKE) --no-print-directory alone)

.PHONY: soak
soak: $(VENV)/.installed-test ## ten thousand comments by eight readers at once, and a long look for odd texts and orders of things (needs PostgreSQL)
	PRCOUNCIL_SOAK=10000 DATABASE_URL="$$($(python) -m tests.needs postgres)" $(python) -m pytest -s tests/comments/test_soak.py
	$(python) -m pytest -n auto --hypothesis-profile soak tests/comments/test_states.py tests/comments/test_cleaning.py tests/comments/rules tests/charters/test_frozen.py

# What the example site has beside comments, and browsers, are left out.
.PHONY: alone
alone: $(VENV)/.installed-test ## the tests of comments on a site that has none of the other features
	env -u DATABASE_URL $(python) -m pytest $(workers) --ds=tests.alone.settings \
	  -m 'not with_news and not once' -k 'not in_browser' tests/comments tests/outbox

.PHONY: short
short: $(VENV)/.installed-test ## checks, migrations, search and one render per page type
	$(django) check
	$(django) makemigrations --check --dry-run
	$(call run,short)

.PHONY: screens
screens: $(VENV)/.installed-test ## take the pictures of the style sheet page anew; look at them before committing
	PRCOUNCIL_RENEW_SCREENS=1 $(python) -m pytest -n auto tests/ui/test_screens.py

.PHONY: matrix $(matrix:%=matrix-%) $(matrix:%=full-%)
matrix: $(matrix:%=matrix-%) ## `make short` on every supported pair of Django and Wagtail
$(matrix:%=matrix-%): matrix-%:
	$(MAKE) short VENV=.venv-$* PINS="$(call pins,$*)"
$(matrix:%=full-%): full-%:
	@status=0; \
	$(MAKE) test VENV=.venv-$* PINS="$(call pins,$*)" || status=1; \
	$(MAKE) --keep-going --jobs --output-sync lint VENV=.venv-$* PINS="$(call pins,$*)" || status=1; \
	exit $$status

pins = Django~=$(word 1,$(subst -, ,$(1))).0 Wagtail~=$(word 2,$(subst -, ,$(1))).0

lints := lint-style lint-types lint-layers lint-templates lint-migrations
html := git ls-files '*.html' | xargs --no-run-if-empty $(VENV)/bin/

.PHONY: lint $(lints)
lint: $(lints) ## style, types, layers, templates, missing migrations
$(lints): $(VENV)/.installed-lint
lint-style:
	$(python) -m ruff check .
	$(python) -m ruff format --check .
lint-types:
	$(python) -m mypy
lint-layers:
	$(VENV)/bin/lint-imports --no-cache
lint-templates:
	$(html)djhtml --check --tabwidth 2
	$(html)djlint --lint --quiet
lint-migrations:
	$(django) makemigrations --check --dry-run

# --- writing --------------------------------------------------------------------------------------

.PHONY: migrations write-migrations
migrations: ## write the missing migrations, label by label, on the oldest supported versions
	$(MAKE) write-migrations VENV=.venv-$(firstword $(matrix)) PINS="$(call pins,$(firstword $(matrix)))"
write-migrations: $(VENV)/.installed-demo
	for label in $(migration_labels); do $(django) makemigrations $$label || exit 1; done
	$(python) -m tests.folding wagtail_prcouncil/*/migrations/0*.py example_site/*/migrations/0*.py

# Texts of modules that are no apps (conf, fields, blocks) go into the catalogue of `pages`.
.PHONY: messages
messages: $(VENV)/.installed-demo ## collect the texts to translate, and compile the catalogues
	cd wagtail_prcouncil && mkdir -p $$(dirname */apps.py | sed 's|$$|/locale|') && \
	  $(abspath $(python)) -c 'import django; from django.conf import settings; \
	    from django.core.management import call_command; \
	    settings.configure(LOCALE_PATHS=["$(CURDIR)/wagtail_prcouncil/pages/locale"]); \
	    django.setup(); \
	    call_command("makemessages", locale=["fa"], add_location="file", no_wrap=True)' && \
	  $(abspath $(VENV))/bin/django-admin compilemessages
