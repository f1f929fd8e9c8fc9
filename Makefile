# Everything runs in .venv, made on first use by uv where it is installed, else by python3.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CODE := claims spiders storage reports pipeline tests examples/pack.py benchmarks docs

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types rooms docs wheel lock sbom audit bench bench-full fuzz mutate clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.installed  ## set up, and check the examples from their archive, offline
	@$(BIN)/citewatch check examples/ --replay examples/demo.warc.gz --fail-on none \
	  -f text -f html=citewatch-report/report.html -f json=citewatch-report/report.json
	@echo "The report for editors: $(CURDIR)/citewatch-report/report.html"

test: $(VENV)/.installed-dev  ## run the tests
	$(BIN)/pytest

check: lint types rooms test  ## all that CI runs

format: $(VENV)/.installed-dev  ## format the code
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

lint: $(VENV)/.installed-dev  ## check style
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

types: $(VENV)/.installed-dev  ## check types
	$(BIN)/mypy

rooms: $(VENV)/.installed-dev  ## check that the rooms keep their doors shut
	$(BIN)/lint-imports

docs: $(VENV)/.installed-dev  ## build the documentation, offline, into docs/_build/html
	$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build/html
	@echo "The documentation: $(CURDIR)/docs/_build/html/index.html"

docs/citewatch.1: pipeline/options.py pipeline/config.py
	COLUMNS=80 $(BIN)/argparse-manpage --module pipeline.options --function build_parser \
	  --prog citewatch --project-name citewatch --format single-commands-section \
	  --description "check whether the sources that a document cites say what it says" \
	  --author "the citewatch authors" --manual-title "citewatch manual" --output $@

wheel: $(VENV)/.installed-dev docs/citewatch.1  ## build wheel and sdist into dist/
	$(BIN)/python -m hatchling build

lock: $(VENV)/.installed-release  ## pin what the image installs, with hashes, in requirements.lock
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --extra postgres --extra notify --upgrade -q -o requirements.lock

sbom: $(VENV)/.installed-release  ## a bill of materials (CycloneDX) of what is pinned, in dist/
	@mkdir -p dist
	$(BIN)/cyclonedx-py requirements requirements.lock -o dist/citewatch.cdx.json

audit: $(VENV)/.installed-release  ## ask for known vulnerabilities of what is pinned; online
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.lock

bench: $(VENV)/.installed-bench $(VENV)-peers/.installed  ## measure, beside peers in the same run
	$(BIN)/python benchmarks/run.py

bench-full: $(VENV)/.installed-bench $(VENV)-peers/.installed  ## the same, and growth and workers: half an hour
	$(BIN)/python benchmarks/run.py full

fuzz: $(VENV)/.installed-dev  ## feed all that reads foreign bytes, five minutes each
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[fuzz]'; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'; fi
	$(BIN)/python -m tests.fuzz all 300

mutate: $(VENV)/.installed-dev  ## change the grammars and the judge; count what no test notices
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[mutation]'; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[mutation]'; fi
	$(BIN)/python benchmarks/mutation.py

clean:  ## remove what the targets made
	rm -rf $(VENV) $(VENV)-peers citewatch-report .citewatch dist build docs/_build docs/reference

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "citewatch needs Python 3.11 or newer; name one with make PYTHON=..."; exit 1; }
	@if command -v uv >/dev/null; then uv venv --quiet --python $(PYTHON) $(VENV); \
	  else $(PYTHON) -m venv $(VENV); fi

$(VENV)/.installed: pyproject.toml $(VENV)/bin/python
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e .; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e .; fi
	@touch $@

$(VENV)/.installed-dev: pyproject.toml $(VENV)/bin/python
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[dev]'; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'; fi
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-release: pyproject.toml $(VENV)/bin/python
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[release]'; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[release]'; fi
	@touch $@

$(VENV)/.installed-bench: pyproject.toml $(VENV)/.installed-dev
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[bench]'; \
	  else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'; fi
	@touch $@

# The peers of the benchmarks, apart from what they are held against.
$(VENV)-peers/.installed: benchmarks/peers.txt
	@if command -v uv >/dev/null; then uv venv --quiet --allow-existing --python $(PYTHON) $(VENV)-peers \
	  && uv pip install --quiet --python $(VENV)-peers/bin/python -r $<; \
	  else $(PYTHON) -m venv $(VENV)-peers && $(VENV)-peers/bin/python -m pip install --quiet \
	  --disable-pip-version-check -r $<; fi
	@touch $@
