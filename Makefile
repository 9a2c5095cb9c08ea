# The two commands of the README: `make demo` and `make test`. `make help` lists the rest.
# PYTHON=/path/to/python3.11 chooses the interpreter of .venv.
KG := .venv/bin/kg
export PYTHON

.PHONY: help demo test check install dev lock docs pictures bench clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

demo: install ## install into .venv, then build the graph of the five articles in seeds/
	$(KG) build seeds -o out
	@echo
	@echo "Open these:"
	@echo "  out/graph.html     the picture: open it in a browser, it needs no network"
	@echo "  out/graph.ttl      the graph in Turtle"
	@echo "  out/facts.jsonl    every fact with the words that state it, one a line"
	@echo "Ask it:"
	@echo "  $(KG) query partners-of-hebei            who partners with Hebei, and about what?"
	@echo "  $(KG) query investments-by-company       how much does each company invest where?"
	@echo "  $(KG) query --examples                   other questions"

test: dev check ## install into .venv, then the whole check

check: ## ruff, mypy, pytest and the extraction gate (after make dev)
	./check

install: ## make .venv and install kg
	tools/install requirements.lock

dev: ## make .venv and install kg with everything to develop it
	tools/install requirements-dev.lock

lock: dev ## write the lock files anew from pyproject.toml
	tools/lock

docs: dev ## write the generated pages and numbers anew
	.venv/bin/python tools/cli_reference.py docs/cli.md
	.venv/bin/python tools/readme_numbers.py README.md

pictures: dev ## take the pictures of the pages anew (needs Chromium)
	$(KG) build seeds -o out
	.venv/bin/python tools/screenshots.py out/graph.html docs/screenshots

bench: dev ## measure what benchmarks/*.md report
	.venv/bin/python benchmarks/build.py
	.venv/bin/python benchmarks/extract.py

clean: ## remove .venv, caches and out/
	rm -rf .venv out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
