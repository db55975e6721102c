# What belongs here: the few commands a person types.
# What does not: how a step works; that stands in scripts/, tests/tour/, tests/torture/ and benches/.

SHELL := bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

# Rust installed a minute ago is found before the terminal is opened anew.
export PATH := $(PATH):$(HOME)/.cargo/bin
# Debian's Python: the one that python3-numpy belongs to.
PYTHON := /usr/bin/python3
TARGET := $(if $(CARGO_TARGET_DIR),$(CARGO_TARGET_DIR),target)
SYSTEM := $(shell uname -s)
# Of make torture.
KILLS := 200
SHORT_KILLS := 12
SEED := 1

step = @printf '\n== %s\n' "$(1)"

.PHONY: help run test setup fmt lint docs unit release tour pictures kills torture bench fuzz deny clean

help: ## this list
	@echo "Retake: record, replay and rate spoken interview answers."
	@echo
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run: ## install what is missing, build, open the window
	@bash scripts/setup.sh rust build run
	@bash scripts/run.sh

test: setup fmt lint docs unit tour kills ## every check: style, lints, docs, tests, tour, a dozen kills
	@printf '\n== All checks passed\n'

setup:
	@bash scripts/setup.sh rust build run test checks

fmt: ## check the layout of the code
	$(call step,cargo fmt)
	@cargo fmt --check

lint: ## clippy, warnings are errors
	$(call step,cargo clippy)
	@cargo clippy --all-targets --locked -- -D warnings

docs: ## build the documentation, warnings are errors
	$(call step,cargo doc)
	@RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --locked

unit: ## cargo test
	$(call step,cargo test)
	@cargo test --locked

release: ## build the program
	$(call step,cargo build --release)
	@cargo build --release --locked

ifeq ($(SYSTEM),Linux)
tour: setup release ## drive the real program from outside: keys, microphone, speaker; pictures in tour/
	$(call step,tour)
	@$(PYTHON) tests/tour/tour.py --binary "$(TARGET)/release/retake"
else
tour: release
	$(call step,tour)
	@echo "Left out: the tour needs Linux, with its screen, microphone and speaker in memory."
endif

ifeq ($(SYSTEM),Linux)
pictures: setup release ## take the pictures of the README anew, in both languages
	$(call step,pictures)
	@$(PYTHON) tests/tour/pictures.py --binary "$(TARGET)/release/retake"
else
pictures: release
	$(call step,pictures)
	@echo "Left out: the pictures need Linux, with its screen, microphone and speaker in memory."
endif

ifeq ($(SYSTEM),Linux)
kills: setup release
	$(call step,killed at random moments)
	@$(PYTHON) tests/torture/kill.py --binary "$(TARGET)/release/retake" --kills $(SHORT_KILLS) --seed $(SEED)

torture: setup release ## kill the real program KILLS times (200), let its disks fail, and count what is lost
	$(call step,killed at random moments)
	@$(PYTHON) tests/torture/kill.py --binary "$(TARGET)/release/retake" --kills $(KILLS) --seed $(SEED)
	$(call step,disks that fail)
	@$(PYTHON) tests/torture/disks.py --binary "$(TARGET)/release/retake"
else
kills: release

torture: release
	$(call step,torture)
	@echo "Left out: the torture needs Linux, with its screen, microphone and speaker in memory."
endif

bench: setup release ## figures: cargo bench, then the whole program
	$(call step,cargo bench)
	@cargo bench --locked
ifeq ($(SYSTEM),Linux)
	$(call step,the whole program)
	@cargo build --release --locked --example bare_window --example recorder
	@$(PYTHON) benches/process.py --binary "$(TARGET)/release/retake" --peer "$(TARGET)/release/examples/bare_window"
	$(call step,recorders side by side)
	@$(PYTHON) benches/recorders.py --binary "$(TARGET)/release/examples/recorder"
	$(call step,what is heard and what was spoken)
	@$(PYTHON) benches/truth.py --binary "$(TARGET)/release/retake" --half all --hour
endif

FUZZ_TARGETS := wav wav_repair attempt_json packs settings story session
# Seconds for each target. `none` or `address`: with it a run is ten times slower, and our code has no unsafe line.
FUZZ_SECS ?= 60
FUZZ_SANITIZER ?= none
# The sanitizer is a nightly flag; with this the installed compiler takes it, too.
fuzz: export RUSTC_BOOTSTRAP := 1
fuzz: ## throw bytes at everything that reads a file, FUZZ_SECS each
	@command -v cargo-fuzz >/dev/null || cargo install --locked cargo-fuzz
	@set -e; for target in $(FUZZ_TARGETS); do \
		printf '\n== fuzz %s\n' "$$target"; \
		mkdir -p "fuzz/corpus/$$target"; \
		cargo fuzz run --sanitizer $(FUZZ_SANITIZER) "$$target" "fuzz/corpus/$$target" "fuzz/seeds/$$target" -- \
			-max_total_time=$(FUZZ_SECS) -max_len=4096 -timeout=10 -verbosity=0 -print_final_stats=1; \
	done

deny: ## licences, sources, versions and known holes of all crates, on all systems
	@command -v cargo-deny >/dev/null || cargo install --locked cargo-deny
	$(call step,cargo deny)
	@cargo deny --locked check --allow unmatched-skip licenses bans sources
	@if cargo deny --locked fetch db 2>/dev/null; then cargo deny --locked check advisories; \
		else echo "Left out: the database of advisories cannot be reached."; fi

clean: ## remove what was built
	@cargo clean
	@rm -rf tour
