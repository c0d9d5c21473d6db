# Two commands do it: make run, make test. Each makes what it needs, is safe to repeat, and works as
# root or not, from any folder. PORT and DATABASE_URL come from the command line or the environment.

PORT ?= 8000
ARGS ?=
python := .venv/bin/python
# The whole suite shares the cores; what ARGS names runs in one process, as one debugs it.
whole_suite := -n logical --maxprocesses 4 --dist loadfile
with_python := sh scripts/find-python.sh

.PHONY: run test check lock stop clean environment test-environment

run: environment
	@$(python) manage.py translations
	@exec $(python) manage.py setup_local --serve "$(PORT)"

test: test-environment
	@$(with_python) scripts/test_tools.py
	@$(python) manage.py translations
	@$(python) -m pytest $(or $(ARGS),$(whole_suite)); status=$$?; $(python) -m archive.embedded stop --if-idle; exit $$status

check: test-environment
	@$(python) manage.py translations
	@$(python) scripts/check.py

lock: test-environment
	@$(python) scripts/lock.py

stop:
	@$(python) -m archive.embedded stop

# Takes away what can be made again; var/, with the database and all that was put into it, stays.
clean:
	@test ! -x $(python) || $(python) -m archive.embedded stop
	@rm -rf .venv staticfiles .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './var/*' -prune -exec rm -rf {} +
	@find locale -name '*.mo' -delete

environment:
	@$(with_python) scripts/environment.py run

test-environment:
	@$(with_python) scripts/environment.py test
