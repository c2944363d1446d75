# The front door. What is compiled, and how, is in CMakeLists.txt.

BUILD_PACKAGES = cmake fonts-dejavu-core g++ libarchive-dev libbrotli-dev libcli11-dev libcmark-dev libdeflate-dev \
                 libdtl-dev libexiv2-dev libexpat1-dev libfmt-dev libgumbo-dev libicu-dev libmimalloc-dev libmstch-dev libpoppler-cpp-dev \
                 libqpdf-dev libsimdjson-dev libssl-dev libvips-dev libxxhash-dev libyaml-cpp-dev make nlohmann-json3-dev pkg-config zlib1g-dev \
                 $(if $(shell command -v npm),,nodejs npm)
TEST_PACKAGES  = doctest-dev fish libimage-exiftool-perl libreoffice-calc-nogui man-db poppler-utils \
                 weasyprint zsh
WEB_PACKAGES   = chromium-headless-shell default-jre-headless
BENCH_PACKAGES = hugo hyperfine libbenchmark-dev time
COUNT_PACKAGES = valgrind
SCALE_PACKAGES = time
FUZZ_PACKAGES  = clang doctest-dev libclang-rt-14-dev
LINT_PACKAGES  = clang-format clang-tidy

# Tests that build sites one after the other; they run beside the others.
SITE_TESTS = *invalid_sites*,*mending*,*mistakes*,*cascade*,*sites_test*,*cases_test*,*steps_test*

SUDO   = $(if $(filter 0,$(shell id -u)),,sudo)
JOBS   = $(shell nproc)
SOURCES = $(shell git ls-files '*.cc' '*.h')

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL = help
.PHONY: help deps deps-test deps-web deps-bench deps-count deps-fuzz deps-scale deps-lint build site hooks guide test test-web count bench scale golden asan tsan fuzz faults mutants format lint install clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Installs the packages of a list that are missing; says nothing and needs no rights otherwise.
define install_missing
	@missing=$$(for p in $(1); do \
	    dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q '^install ok installed' || echo $$p; \
	  done); \
	if [ -n "$$missing" ]; then \
	  echo "installing:" $$missing; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    $$missing >/dev/null; \
	fi
endef

# The C++ tests that a folder holds, and the suites of others on the readers that it holds.
define run_tests
	@($(1)/tests/pes_tests --source-file='$(SITE_TESTS)' $(2)) & sites=$$!; \
	  $(1)/tests/pes_tests --source-file-exclude='$(SITE_TESTS)'; others=$$?; \
	  wait $$sites && [ $$others -eq 0 ]
endef
define run_suites
	@npm ci --prefix tests/conformance --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@PES_BUILD=$(1) npm test --prefix tests/conformance --silent
endef

deps: ## install what compiling needs
	$(call install_missing,$(BUILD_PACKAGES))

deps-test: deps
	$(call install_missing,$(TEST_PACKAGES))

deps-web: deps
	$(call install_missing,$(WEB_PACKAGES))

deps-bench: deps
	$(call install_missing,$(BENCH_PACKAGES))

deps-count: deps
	$(call install_missing,$(COUNT_PACKAGES))

deps-scale: deps
	$(call install_missing,$(SCALE_PACKAGES))

deps-fuzz: deps
	$(call install_missing,$(FUZZ_PACKAGES))

deps-lint: deps-test
	$(call install_missing,$(LINT_PACKAGES))

build: deps ## compile the program to build/pes
	@cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >/dev/null
	@cmake --build build --parallel $(JOBS) --target pes

site: build ## build the website into public/
	@build/pes build

hooks: build ## check the records before each commit
	@git config core.hooksPath .githooks

guide: build ## write the reference part of content/README.md anew
	@{ sed '/^<!-- pes schema guide -->$$/q' content/README.md; echo; build/pes schema guide; echo; \
	  sed -n '/^<!-- fin -->$$/,$$p' content/README.md; } >build/guide.md && cp build/guide.md content/README.md

test: deps-test ## compile and run the tests of the program and of the files that it writes
	@cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON >/dev/null
	@cmake --build build --parallel $(JOBS)
	$(call run_tests,build,&& PES_FAULTS_EVERY=181 build/tests/pes_faults)
	$(call run_suites,build)
	@npm ci --prefix tests/tools --no-audit --no-fund --loglevel=error >/dev/null
	@npm test --prefix tests/tools --silent

# Nothing of npm's may run at installation: one package would fetch a Java of its own.
test-web: deps-web build ## test the published pages in a browser (PES_GOLDEN=write: renew tests/web/captures/)
	@npm ci --prefix tests/web --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@npm test --prefix tests/web --silent

count: deps-count build ## count the instructions of a build, and compare (WRITE=1: keep the new count)
	@node tests/bench/count.mjs $(if $(WRITE),--write)

scale: deps-scale build ## tell time and memory for each record at 1,000 to 100,000, and of hostile shapes (SCALE="--runs 1")
	@node tests/bench/scale.mjs $(SCALE)
	@node tests/bench/cost.mjs

bench: deps-bench ## measure beside Hugo: about half an hour (BENCH="--records 1000 --runs 3")
	@cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DPES_BENCH=ON >/dev/null
	@cmake --build build --parallel $(JOBS)
	@node tests/bench/bench.mjs $(BENCH)
	@build/tests/bench/pes_stages build/bench/1000/pes

golden: deps-test ## rewrite the expected outputs of the tests; read the diff (captures: see test-web)
	@cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON >/dev/null
	@cmake --build build --parallel $(JOBS)
	@PES_GOLDEN=write build/tests/pes_tests --test-case='golden*'

# Compiled by clang, which warns of other things than GCC; the same objects are fuzzed.
asan: deps-test deps-fuzz ## run every C++ test under the address and undefined-behaviour sanitizers
	@cmake --preset fuzz >/dev/null
	@cmake --build build-fuzz --parallel $(JOBS)
	$(call run_tests,build-fuzz)
	$(call run_suites,build-fuzz)

tsan: deps ## build every site of the tests on several threads under the thread sanitizer
	@cmake --preset tsan -DBUILD_TESTING=OFF >/dev/null
	@cmake --build build-tsan --parallel $(JOBS) --target pes
	@node --test --test-reporter=tap tests/sanitizers/threads.test.mjs

fuzz: deps-fuzz ## send random bytes to each door, 60 s each (SECONDS=20, TARGET=markdown)
	@cmake --preset fuzz >/dev/null
	@cmake --build build-fuzz --parallel $(JOBS) --target pes_fuzz
	@tests/fuzz/run.sh $(or $(SECONDS),60) $(TARGET)

faults: deps-test ## make every system call fail, and kill there (about an hour)
	@cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON >/dev/null
	@cmake --build build --parallel $(JOBS) --target pes_faults
	@build/tests/pes_faults

mutants: deps-test ## hold open each gate of consent, and expect the tests to notice (about 15 minutes)
	@tests/mutants/run.sh

format: deps-lint ## lay out the sources
	@clang-format -i $(SOURCES)

# A regular expression for each source: all of them, or those that changed since a commit.
LINTED = $(if $(SINCE),$(shell git diff --name-only --diff-filter=d $(SINCE) -- 'cli/*.cc' 'lib/*.cc' | sed 's|^|/|'),'/(cli|lib)/')

lint: deps-lint ## check the layout and run clang-tidy (SINCE=HEAD~5: on what has changed since)
	@clang-format --dry-run -Werror $(SOURCES)
	@cmake -S . -B build/lint -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >/dev/null
	@[ -z "$(LINTED)" ] || run-clang-tidy -quiet -p build/lint -j $(JOBS) -extra-arg=-Wno-unknown-warning-option $(LINTED) \
	  >build/lint/tidy.log 2>/dev/null || { grep -E -A 3 'warning:|error:' build/lint/tidy.log; exit 1; }

install: build ## install the program, its manual and completions (PREFIX=/usr/local, DESTDIR=)
	@cmake --install build $(if $(PREFIX),--prefix $(PREFIX)) >/dev/null

clean: ## delete what was compiled; public/ stays
	@rm -rf build build-fuzz build-tsan build-mutants
