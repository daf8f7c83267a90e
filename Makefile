PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
USABLE := $(VENV)/.usable
READY := $(VENV)/.ready

.PHONY: run test test-atspi check samples samples-online fuzz bench evaluate dist screenshots lock format

$(USABLE): requirements.txt pyproject.toml installer/setup_venv.py
	@$(PYTHON) installer/setup_venv.py $(VENV) requirements.txt $@

$(READY): requirements-dev.txt pyproject.toml installer/setup_venv.py
	@$(PYTHON) installer/setup_venv.py $(VENV) requirements-dev.txt $@

# The window where there is a screen, else the same journey in the terminal.
run: $(USABLE)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then $(BIN)/pathfolio; else $(BIN)/pathfolio demo; fi

test: $(READY)
	$(BIN)/python -m pytest -n auto --dist worksteal

# The window read and driven by names alone, as a screen reader does; needs Xvfb, D-Bus and at-spi2-core.
test-atspi: $(READY)
	$(BIN)/python -m pytest tests/atspi

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python installer/catalogs.py check

# Every sample with a stated verdict beside ours; SAMPLES is a folder with a MANIFEST.tsv.
samples: $(READY)
	PYTHONPATH=.:tests/support $(BIN)/python installer/samples.py $(SAMPLES)

samples-online: $(READY)
	PYTHONPATH=.:tests/support $(BIN)/python installer/samples.py --online $(SAMPLES)

# Mutated files through every reader and check; FUZZ is how many inputs in all.
fuzz: $(READY)
	$(BIN)/python -m pytest -q -n auto tests/fuzz

bench: $(READY)
	$(BIN)/python -m bench

# How right the advice is, by labelled and published answers.
evaluate: $(READY)
	$(BIN)/python -m bench.evaluation

# One folder that runs where no Python is, in dist/pathfolio; tried at once.
dist: $(READY)
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/dist installer/pathfolio.spec
	$(BIN)/python installer/try_dist.py dist/pathfolio

screenshots: $(READY)
	$(BIN)/python installer/screenshots.py build/screenshots

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Locks carry hashes for every platform and no addresses.
lock: $(READY)
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--no-header --extra install pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--no-header --extra dev pyproject.toml -o requirements-dev.txt
