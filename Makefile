# `make run` and `make test` set up everything they need. `make help` lists the rest.
PYTHON := .venv/bin/python

.PHONY: help run test check bench pictures lock crash

help: ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: ## set up, then open the program on a demo vault; without a display, make the demo and say what it holds
	@python3 packaging/prepare.py run
	@$(PYTHON) -m msp_desktop demo build/demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PYTHON) -m msp_desktop --vault build/demo/vault; fi

test: ## set up, then every check and every test
	@python3 packaging/prepare.py test
	@$(MAKE) --no-print-directory check
	@$(PYTHON) -m pytest -n logical --cov --cov-report=term $(ARGS)

crash: ## kill the program a thousand times in the middle of its work (needs the set-up of make test)
	@$(PYTHON) -m tests.crash 1000

check: ## style, types, floors, Windows wheels (needs the set-up of make test)
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format -q --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-cache
	@$(PYTHON) packaging/wheels.py

bench: ## how fast: every figure and its ratio, on a large vault in build/bench (minutes the first time)
	@$(PYTHON) -m tests.bench build/bench

pictures: ## take every picture of docs/pictures anew: all screens, from the real window, and all sheets
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.pictures docs/pictures

lock: ## write the hashed requirement files anew (needs uv)
	@for name in run test peers; do uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url -o requirements/$$name.txt requirements/$$name.in; done
