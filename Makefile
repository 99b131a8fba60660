# What each target does stands behind `##`; `make help` prints it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run book build-debug build-release test test-debug test-release docs bench bench-check calibrate sbml-score \
        format lint compare-roadrunner picture screenshot clean fuzz race

# Every recipe that builds or runs starts with this: where SUNDIALS and the chart bundle are.
env := . scripts/env.sh;
# Release tests need -enable-testing; a folder of their own keeps them from rebuilding the ordinary release.
release_tests := -c release -Xswiftc -enable-testing --scratch-path .build-testing
swift_sources := $(wildcard Package.swift Sources Tests Fuzz Web/Package.swift Web/Sources Web/Tests)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1@\2/p' Makefile | column -t -s '@'

setup: ## installs what is missing (Debian packages, SUNDIALS at -O3, chart bundle); seconds when nothing is
	@scripts/setup.sh

run: setup ## builds the program, runs the example and tests the claims; the reports are out/newsletter.html and out/claims.html
	@$(env) swift build -c release
	@$(env) .build/release/patency run Examples/newsletter.yaml --out out
	@$(env) .build/release/patency claims Claims/newsletter.yaml --out out --json out/claims.json

book: setup ## builds the program and writes the model book, out/book.html
	@$(env) swift build -c release --product patency
	@mkdir -p out
	@$(env) .build/release/patency book --out out/book.html

build-debug: setup ## builds everything, tests included, for debugging
	@$(env) swift build --build-tests

test-debug: build-debug ## runs the tests in a debug build
	@$(env) swift test --skip-build

build-release: setup ## builds everything, tests included, optimised
	@$(env) swift build --build-tests $(release_tests)

test-release: build-release ## runs the tests in an optimised build
	@$(env) swift test --skip-build $(release_tests)

test: test-debug test-release ## both of the above

docs: setup ## documentation of each library under out/docs; a warning is a failure
	@scripts/docs.sh

bench: ## measures speed beside AMICI, libroadrunner and COPASI (the last two where PATENCY_DATA names the models); writes docs/benchmarks.md
	@scripts/setup.sh --bench
	@$(env) swift build -c release --product patency
	@$(env) swift build -c release --product patency-bench
	@$(env) .build/release/patency-bench

bench-check: ## counts instructions of small fixed work under valgrind; fails where 3 % more than committed; ACCEPT=yes commits new counts
	@scripts/setup.sh --bench-check
	@$(env) swift build -c release --product patency-bench
	@$(env) scripts/bench-check.sh .build/release/patency-bench $(if $(ACCEPT),--accept)

fuzz: setup ## fuzzes the SBML reader under AddressSanitizer for FUZZ_SECONDS=300; what crashes is left in Fuzz/Found
	@scripts/fuzz.sh "$(or $(FUZZ_SECONDS),300)"

race: setup ## reads SBML on four threads under ThreadSanitizer
	@scripts/race.sh

compare-roadrunner: setup ## simulates the exported flagship with libroadrunner too; fails where they differ
	@$(env) swift build -c release --product patency
	@$(env) scripts/compare-roadrunner.sh .build/release/patency

calibrate: setup ## fits the fitted parameters again, with posterior and profiles, and writes them into the sources
	@$(env) swift build -c release --product patency
	@$(env) .build/release/patency fit --starts 2 --posterior --profile --null --write

sbml-score: setup ## runs the SBML Test Suite under PATENCY_DATA and writes the score by tag into README.md
	@$(env) swift build -c release --product patency
	@$(env) .build/release/patency suite "$${PATENCY_DATA:?names no folder}/sbml-test-suite-dev" --quiet --markdown README.md

format: ## rewrites the Swift sources in the house style
	@swift format --in-place --parallel --recursive $(swift_sources)

lint: ## fails on Swift sources not in the house style, and on shell scripts shellcheck complains of
	@swift format lint --strict --parallel --recursive $(swift_sources)
	@if command -v shellcheck >/dev/null; then shellcheck -x -P . scripts/*.sh .ci/run; fi

picture: setup ## draws docs/newsletter.png, the README's picture, from out/newsletter.html (make run first)
	@scripts/picture.sh out/newsletter.html docs/newsletter.png CAC 'nothing' 'MK-4 10 mg by mouth' \
	    'MK-4 10 mg on the skin, daily' 'on warfarin, no vitamin K'

screenshot: setup ## opens both reports in headless Chromium, checks them, writes out/newsletter.png and out/claims.png
	@scripts/check-report.sh out/newsletter.html out/newsletter.png
	@scripts/check-report.sh out/claims.html out/claims.png

clean: ## removes build folders and out/; the cache with SUNDIALS and the chart bundle stays
	@rm -rf .build .build-docs .build-testing .build-fuzz .build-race out
