# The commands of the portal. `make run` and `make test` are all a newcomer needs.
PYTHON ?= python3
VENV_PYTHON = "$(CURDIR)/.venv/bin/python"
export PYTHONUNBUFFERED = 1
# Whatever a shell says: packages are compiled when they are first imported, and not again at each start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup run test test-fast test-coverage test-deep test-bite lint clean

help:
	@echo "make run        start the portal, filled, on http://127.0.0.1:8000/ (PORT=8001 make run for another port)"
	@echo "make test       check everything: style, types, templates, messages, unit, search and browser tests"
	@echo "make test-fast  the same without the browser tests"
	@echo "make test-coverage  the unit and search tests, and which lines and branches they reach"
	@echo "make test-deep  the same with many more random examples"
	@echo "make test-bite  take away each guard of the rights and check that the tests notice"
	@echo "make lint       style, types, templates, migrations and messages only"
	@echo "make setup      only make .venv"
	@echo "make clean      stop the services and remove .venv and .local, with the database in it"

setup:
	@$(PYTHON) -m bin.setup $(if $(filter file,$(origin PYTHON)),,--this-python)

run: setup
	@$(VENV_PYTHON) -m bin.run

test: setup
	@$(VENV_PYTHON) -m bin.test

test-fast: setup
	@$(VENV_PYTHON) -m bin.test --fast

test-coverage: setup
	@$(VENV_PYTHON) -m bin.test --coverage

test-deep: setup
	@$(VENV_PYTHON) -m bin.test --deep

test-bite: setup
	@$(VENV_PYTHON) -m bin.test --bite

lint: setup
	@$(VENV_PYTHON) -m bin.test --lint

clean:
	@if [ -x .venv/bin/python ]; then $(VENV_PYTHON) -m bin.clean; fi
	@rm -rf .venv .local
	@find . -name __pycache__ -prune -exec rm -rf {} +
