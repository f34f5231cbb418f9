# SPDX-License-Identifier: MIT
# tongbao: targets for people are listed by `make help`.
#
#   REGION=xiangxi PERIOD=2019Q3   which bundled region `make report` runs, and for which period; without them all;
#                                  which publication `make archive` seals and `make verify` checks
#   REVISION=1                     the same of a correction, in a folder beside the first issue
#   FONTS=folder                   the prepared fonts that are installed, by default those of the user
#   CC PKG_CONFIG AR CC_FOR_BUILD  the tools, for another machine those of its name: CC=aarch64-linux-gnu-gcc
#                                  PKG_CONFIG=aarch64-linux-gnu-pkg-config AR=aarch64-linux-gnu-ar
#   CPPFLAGS CFLAGS LDFLAGS        flags of one's own, behind ours
#   JOBS=2                         how many parts of the tests run side by side
#   V=1                            shows the commands
#   CI=true                        turns the compiler's warnings into errors

SHELL = /bin/bash
.SHELLFLAGS = -o pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

BUILD ?= build
OUTPUT ?= output
ISSUED ?= issued
REGION ?=
PERIOD ?=
REVISION ?=
SANITIZE ?=
V ?= 0
Q := $(if $(filter 1,$(V)),,@)

prefix ?= /usr/local
bindir = $(prefix)/bin
datadir = $(prefix)/share
mandir = $(datadir)/man
docdir = $(datadir)/doc/tongbao
SHARED ?= ../shared

# ---- how things are compiled ----

ifeq ($(origin CC),default)
CC = gcc
endif
PKG_CONFIG ?= pkg-config
# For what runs while building: the machine's own compiler, also when CC is another machine's.
CC_FOR_BUILD ?= $(if $(filter %-gcc %-clang %-cc,$(firstword $(CC))),gcc,$(CC))
PKG_CONFIG_FOR_BUILD ?= pkg-config
PACKAGES = harfbuzz harfbuzz-subset freetype2 lua5.4 libarchive libxml-2.0
# Lazy, and asked once: on a bare machine `make deps` runs before there is a pkg-config.
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $$(shell $(PKG_CONFIG) --cflags $(PACKAGES)))$(PACKAGE_CFLAGS)
PACKAGE_LIBS = $(eval PACKAGE_LIBS := $$(shell $(PKG_CONFIG) --libs $(PACKAGES)))$(PACKAGE_LIBS)
LIBS = -lcsv -lxlsxwriter -lhpdf -lgmp -lunistring -ldeflate -lnettle -lseccomp $(PACKAGE_LIBS) -lm

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
           -Wpointer-arith -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef -Wvla -Wimplicit-fallthrough \
           -Werror=implicit-function-declaration -Werror=incompatible-pointer-types -Werror=int-conversion
ifneq ($(filter true 1 yes,$(CI)),)
WARNINGS += -Werror
endif
ifneq ($(SANITIZE),)
OPTIMIZE = -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
endif
OPTIMIZE ?= -O2
# The one place that says which version this is.
VERSION := $(strip $(file <VERSION))
# What every compiler and checker must know; `make lint` uses it too.
LANGUAGE = -std=c11 -D_GNU_SOURCE -DTONGBAO_VERSION=$(VERSION) -Igen -I$(BUILD)/gen
CFLAGS ?=
# What makes a fault harder to use; a sanitizer sees more without the checks in the library's calls, which want
# optimization besides.
HARDEN = -fstack-protector-strong -fPIE \
         $(if $(SANITIZE)$(filter -O0,$(OPTIMIZE) $(CFLAGS))$(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS)),,-D_FORTIFY_SOURCE=2)
HARDEN_LINK = -pie -Wl,-z,relro,-z,now
# The same binary wherever it is built: debugging information names files as seen from the top of the tree.
SAME_PATHS = "-ffile-prefix-map=$(CURDIR)=." "-ffile-prefix-map=$(abspath $(BUILD))=build"
ALL_CFLAGS = $(LANGUAGE) $(OPTIMIZE) $(HARDEN) -g $(WARNINGS) $(SAME_PATHS) $(PACKAGE_CFLAGS) $(CPPFLAGS) $(CFLAGS)
# The workbook renderer overrides functions of libxlsxwriter by symbol: they must be visible to the shared library.
ALL_LDFLAGS = $(OPTIMIZE) $(HARDEN_LINK) -rdynamic $(LDFLAGS)

# ---- what there is to compile ----

SOURCES := $(sort $(shell find gen -name '*.c' 2>/dev/null))
PARTS := $(filter-out gen/main.c,$(SOURCES))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY := $(BUILD)/libtongbao.a
PROGRAM := $(BUILD)/tongbao

UNIT_SOURCES := $(sort $(wildcard tests/unit/*.c))
UNIT_OBJECTS := $(UNIT_SOURCES:%.c=$(BUILD)/%.o)
UNIT := $(BUILD)/tests/unit/units
SUITES := $(BUILD)/tests/unit/suites.inc
# Programs that the tests of a renderer use: every file of these folders with a main, linked with those without.
TOOL_SOURCES := $(sort $(wildcard tests/xlsx/*.c tests/pdf/*.c tests/proof/*.c))
TOOL_MAINS := $(if $(TOOL_SOURCES),$(shell grep -lw '^int main' $(TOOL_SOURCES)))
TOOL_PARTS := $(filter-out $(TOOL_MAINS),$(TOOL_SOURCES))
TOOLS := $(TOOL_MAINS:%.c=$(BUILD)/%)

# The phrases by name: every file that is compiled may want them, so they are made before any.
WORDS := $(BUILD)/gen/words/words.h

# The colour profile of PDFs, as lcms2 makes it.
PROFILE := $(BUILD)/gen/render/pdf/srgb.h

# Removes publications as the program would replace them: make distclean.
UNPUBLISH := $(BUILD)/tools/unpublish

CATALOGUES := $(patsubst po/%.po,$(BUILD)/locale/%/LC_MESSAGES/tongbao.mo,$(wildcard po/*.po))

# Beside the program, as its locale/ is: so it finds them wherever BUILD is.
TEMPLATES := $(BUILD)/templates

# `make deps check` in one go: nothing begins before deps is done, also with -j.
AFTER_DEPS := $(filter deps,$(MAKECMDGOALS))

.PHONY: all build help deps report archive verify check check-quick check-long asan fuzz lint format bench golden install
.PHONY: uninstall offline dist deb clean distclean FORCE
.DEFAULT_GOAL := all

all: build

help:
	@echo 'make deps         install what is needed from Debian and prepare the fonts (once)'
	@echo 'make build        build/tongbao'
	@echo 'make report       the bundled regions into output/REGION/period (REGION=… PERIOD=… for one)'
	@echo 'make archive      seal one of them into issued/ (REGION=… PERIOD=…); make report REVISION=1 corrects it'
	@echo 'make verify       check every archive in issued/, or one publication (REGION=… PERIOD=…), and run it again'
	@echo 'make check-quick  the tests for in between: units, worked cases, golden texts; seconds'
	@echo 'make check        every test but the long ones, JOBS=2 parts side by side; the last line counts them'
	@echo 'make check-long   the long ones: more seeds, 500 PDFs; minutes'
	@echo 'make asan         what check runs, on a build with AddressSanitizer and UBSan'
	@echo 'make fuzz         what is read from files of others, fuzzed (clang), FUZZ_SECONDS=60 a target'
	@echo 'make lint         compilers, clang-tidy, cppcheck, clang-format, the layering law, licence lines'
	@echo 'make format       clang-format on all sources'
	@echo 'make bench        times, sizes and memory, beside a Python program that does the same'
	@echo 'make golden       accept the text of the bundled bulletins as it is now'
	@echo 'make install      into prefix=/usr/local (DESTDIR is honoured); make uninstall'
	@echo 'make offline      build/tongbao-VERSION-linux-MACHINE.tar.gz: runs on older systems, without network, root or installing'
	@echo 'make dist         build/tongbao-VERSION.tar.gz, the source tree'
	@echo 'make deb          Debian packages in build/ (wants debhelper and lintian)'
	@echo 'make clean        remove build/'
	@echo 'make distclean    also the publications in output/ that nobody has touched or sealed'

# ---- building ----

build: $(PROGRAM) $(CATALOGUES)

$(PROGRAM): | $(TEMPLATES)

$(TEMPLATES): | $(AFTER_DEPS)
	@mkdir -p $(@D) && ln -sfnr templates $@

$(PROGRAM): $(BUILD)/gen/main.o $(LIBRARY)
	@echo "  LD    $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(PARTS:%.c=$(BUILD)/%.o)
	@echo "  AR    $@"
	$(Q)rm -f $@ && $(AR) qcs $@ $^

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  CC    $<"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(OBJECTS) $(UNIT_OBJECTS) $(TOOL_SOURCES:%.c=$(BUILD)/%.o): | $(WORDS)

# Written only when a phrase comes, goes or has other places, not with each new text.
$(WORDS): templates/wording.csv tools/wording | $(AFTER_DEPS)
	@mkdir -p $(@D)
	@tools/wording header $< >$@.$$$$ || { rm -f $@.$$$$; exit 1; }; \
	if cmp -s $@.$$$$ $@; then rm -f $@.$$$$; else mv $@.$$$$ $@; fi

$(BUILD)/gen/render/pdf/pdf_file.o $(BUILD)/tests/unit/test_srgb.o: | $(PROFILE)

$(PROFILE): $(BUILD)/tools/srgb
	@mkdir -p $(@D)
	@$< >$@

# Runs while building only, so it is made without the flags of what it helps to make.
$(BUILD)/tools/srgb: tools/srgb.c | $(AFTER_DEPS)
	@mkdir -p $(@D)
	@echo "  CC    $<"
	$(Q)$(CC_FOR_BUILD) -std=c11 $(WARNINGS) -o $@ $< $$($(PKG_CONFIG_FOR_BUILD) --cflags --libs lcms2)

$(UNIT_OBJECTS): ALL_CFLAGS += -I$(BUILD)/tests/unit
$(BUILD)/tests/unit/main.o: $(SUITES)

# Every `Suite *name_suite(void)` in tests/unit is run.
$(SUITES): $(UNIT_SOURCES)
	@mkdir -p $(@D)
	@sed -n 's/^Suite \*\([a-z0-9_]*_suite\)(void)$$/SUITE(\1)/p' $^ >$@

$(UNIT): $(UNIT_OBJECTS) $(LIBRARY)
	@echo "  LD    $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $$($(PKG_CONFIG) --libs check) $(LIBS)

$(foreach tool,$(TOOL_MAINS:.c=),$(eval \
    $(BUILD)/$(tool): $(BUILD)/$(tool).o $(patsubst %.c,$(BUILD)/%.o,$(filter $(dir $(tool))%,$(TOOL_PARTS)))))
$(TOOLS): $(LIBRARY)
	@echo "  LD    $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(LIBRARY) $(LIBS)

$(UNPUBLISH): $(UNPUBLISH).o $(LIBRARY)
	@echo "  LD    $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

# The flags of the last build: when they change, everything is compiled again.
$(BUILD)/flags: FORCE | $(AFTER_DEPS)
	@mkdir -p $(@D)
	@echo '$(CC) $(LANGUAGE) $(OPTIMIZE) $(HARDEN) $(WARNINGS) $(CPPFLAGS) $(CFLAGS) $(ALL_LDFLAGS)' >$@.$$$$; \
	if cmp -s $@.$$$$ $@; then rm -f $@.$$$$; else mv $@.$$$$ $@; fi

$(BUILD)/locale/%/LC_MESSAGES/tongbao.mo: po/%.po | $(AFTER_DEPS)
	@mkdir -p $(@D)
	@echo "  PO    $<"
	$(Q)msgfmt --check-format --output-file=$@ $< 2>&1 | { grep -v "warning: .*'.r' escape" || true; }

-include $(UNPUBLISH).d $(OBJECTS:.o=.d) $(UNIT_OBJECTS:.o=.d) $(TOOL_SOURCES:%.c=$(BUILD)/%.d)

# ---- running ----

deps:
	@tools/deps

# The regions and periods of a plain `make report`; `latest` is the latest period in the data.
REPORTS := $(if $(REGION),$(REGION)@$(or $(PERIOD),latest),xiangxi@2019Q3 tongcheng@2024Q4 taojiang@2023Q4 \
	suizhou@2020Q4 changsha-etdz@2019Q3 hunan@latest)

report: $(REPORTS:%=report-%)

report-%: build
	@REVISION=$(REVISION) tools/report $(PROGRAM) $(OUTPUT) $(filter-out latest,$(subst @, ,$*))

# Seals a publication of `make report` into ISSUED; checks one, or without REGION every archive there.
archive verify: build
	@REVISION=$(REVISION) tools/issue $@ $(PROGRAM) $(OUTPUT) $(ISSUED) $(REGION) $(PERIOD)

# ---- checking ----

TESTED = $(PROGRAM) $(CATALOGUES) $(UNIT) $(TOOLS) $(UNPUBLISH)

# tests/run has the list of what each of the three runs.
RUN_TESTS = BUILD=$(BUILD) SANITIZE=$(SANITIZE) SHARED=$(SHARED) tests/run

check check-long: $(TESTED)
	@$(RUN_TESTS) $(@:check-%=%)

check-quick: $(PROGRAM) $(CATALOGUES) $(UNIT)
	@$(RUN_TESTS) quick

asan:
	@ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 \
	 $(MAKE) --no-print-directory check BUILD=build/asan SANITIZE=1

# clang's libFuzzer: what is read from files of others, with corpora from input/ and tests/bad; FUZZ_SECONDS each.
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))

fuzz:
	@$(MAKE) --no-print-directory fuzzers BUILD=build/fuzz CC=clang SANITIZE=1 CFLAGS=-fsanitize=fuzzer-no-link
	@tests/fuzz/run build/fuzz

fuzzers: $(FUZZERS)

$(FUZZERS): %: %.o $(BUILD)/tests/fuzz/folder.o $(LIBRARY)
	@echo "  LD    $@"
	$(Q)$(CC) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)

$(FUZZERS:%=%.o) $(BUILD)/tests/fuzz/folder.o: | $(WORDS)

golden: build
	@tests/golden/golden --accept $(PROGRAM)

lint: $(SUITES) $(WORDS) $(PROFILE) | $(AFTER_DEPS)
	@tools/lint $(LANGUAGE) -I$(BUILD)/tests/unit $(PACKAGE_CFLAGS)

format: | $(AFTER_DEPS)
	$(Q)find gen tests tools -name '*.[ch]' -exec clang-format -i {} +

bench: build $(BUILD)/tests/pdf/make-pages
	@tests/bench/bench $(PROGRAM) $(BUILD)/bench
	@tests/bench/pdf $(BUILD)/tests/pdf/make-pages $(PROGRAM) $(BUILD)/bench

# ---- installing ----

# man/tongbao.1 goes to man1/, man/zh_CN/tongbao.1 to zh_CN/man1/.
PAGES := $(patsubst man/%,%,$(wildcard man/*.[157] man/*/*.[157]))
page_path = $(filter-out ./,$(dir $(1)))man$(patsubst .%,%,$(suffix $(1)))/$(notdir $(1))

DOCUMENTS = README.md README.zh.md CHANGELOG.md LICENSE docs
# A blank in DESTDIR does no harm.
to = "$(DESTDIR)$(1)"

install: build
	install -d $(call to,$(bindir)) $(call to,$(datadir)/tongbao) $(call to,$(docdir))
	install -m 755 $(PROGRAM) $(call to,$(bindir)/tongbao)
	cp -R templates $(call to,$(datadir)/tongbao/)
	cp -R $(DOCUMENTS) $(call to,$(docdir)/)
	chmod -R u=rwX,go=rX $(call to,$(datadir)/tongbao) $(call to,$(docdir))
	$(foreach page,$(PAGES),install -D -m 644 man/$(page) $(call to,$(mandir)/$(call page_path,$(page))) &&) true
	for mo in $(CATALOGUES:$(BUILD)/%=%); do install -D -m 644 $(BUILD)/$$mo $(call to,$(datadir)/$$mo) || exit 1; done
	install -D -m 644 tools/completion $(call to,$(datadir)/bash-completion/completions/tongbao)
	tools/fonts/prepare-fonts --into $(call to,$(datadir)/tongbao/fonts) $(if $(FONTS),--from "$(FONTS)")

uninstall:
	rm -f $(call to,$(bindir)/tongbao) $(foreach page,$(PAGES),$(call to,$(mandir)/$(call page_path,$(page))))
	rm -rf $(call to,$(datadir)/tongbao) $(call to,$(docdir))
	rm -f $(call to,$(datadir)/bash-completion/completions/tongbao) $(foreach mo,$(CATALOGUES:$(BUILD)/%=%),$(call to,$(datadir)/$(mo)))

# The program with all that it needs, in one archive, for machines without network or root.
# The source tree as one archive, and Debian packages of it.
dist:
	@mkdir -p $(BUILD) && tools/dist $(BUILD)

deb: dist
	@tools/deb $(BUILD) "$(FONTS)"

offline: build
	@tools/bundle $(BUILD) "$(FONTS)"

clean:
	rm -rf build

# Nothing of output/ goes that is sealed, or that somebody else has written or changed: that is named, and then nothing more is removed.
distclean:
	@[ ! -e $(OUTPUT) ] || { $(MAKE) --no-print-directory $(UNPUBLISH) && $(UNPUBLISH) $(OUTPUT); }
	rm -rf build
