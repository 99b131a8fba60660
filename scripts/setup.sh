#!/usr/bin/env bash
# Installs what building and running Patency needs, once; a second run only checks.
#   1. Debian packages that are missing        2. SUNDIALS built with -O3 in a cache folder
#   3. the JavaScript bundle that draws the charts of a report
#   4. private Python environments with libroadrunner, which tests and benchmarks compare with, and, for `setup.sh --bench`,
#      with AMICI and COPASI
#   5. for `setup.sh --bench` and `--bench-check`, valgrind
# Asks nothing, uses sudo only when not root, and never edits the machine's package sources.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
PATENCY_CACHE="${PATENCY_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/patency}"
export PATENCY_CACHE
readonly here
readonly swift_minimum="6.2"
readonly vl_convert_version="1.9.0"
readonly peers="libroadrunner==2.10.0 numpy==2.4.6"
# AMICI compiles itself and each model, hence the tools; their other dependencies are taken as they come.
readonly more_peers="amici==1.0.1 python-copasi==4.48.311 numpy==2.4.6 cmake==4.4.5 swig==4.5.1 ninja==1.13.2"
export LC_ALL=C.UTF-8
program=setup
# shellcheck source=scripts/packages.sh
. "$here/packages.sh"

# stage NAME COMMAND...: runs the command in this shell and reports its wall time.
stage() {
    local name="$1" began="$EPOCHREALTIME"
    shift
    "$@"
    awk -v n="$name" -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN { printf "setup: [%6.1f s] %s\n", b - a, n }'
}
check_swift() {
    command -v swift >/dev/null ||
        fail "no 'swift' on PATH. Install Swift $swift_minimum or later from swift.org, then run setup again."
    local found
    found="$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
    [ -n "$found" ] || fail "'swift --version' does not name a version; is the toolchain complete?"
    printf '%s\n%s\n' "$swift_minimum" "$found" | sort --check=quiet --version-sort ||
        fail "Swift $found is too old: $swift_minimum or later is needed (typed throws, spans, package traits)."
    say "Swift $found (at least $swift_minimum is needed)"
}

# Package and reason, one a line; the reason is printed when the package has to be installed.
wanted_packages() {
    cat <<'LIST'
libsundials-dev ODE and DAE solvers (headers; libraries as fallback)
libsuitesparse-dev KLU, the sparse factorisation used by the solvers
libsbml5-dev reading and writing SBML models
coinor-libclp-dev linear programmes of flux balance models
libllvm19 compiles the kernels of long studies (opened when first used)
cmake configures the -O3 build of SUNDIALS
make builds SUNDIALS and runs the Makefile
gcc compiles SUNDIALS
libc6-dev C headers for that compiler
dpkg-dev unpacks the Debian source package of SUNDIALS
patch applies the Debian patches to it
xz-utils unpacks source archives and test data
python3-venv private environment the chart bundle is taken from
ca-certificates downloads over TLS
LIST
}

install_packages() { wanted_packages | install_missing; }
install_counter() { printf 'valgrind counts instructions for make bench-check\n' | install_missing; }

# Prints a private `deb-src` list for the Debian archives this machine already uses.
source_list() {
    local code_name keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    code_name="$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")"
    [ -n "$code_name" ] || return 1
    # Other vendors publish under other release or component names, so these two identify Debian's own archive.
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk -v code="$code_name" -v key="$keyring" -v have_key="$([ -r "$keyring" ] && echo 1)" '
            $3 == "main" && ($2 == code || $2 == code "-updates" || $2 == code "-security") && !seen[$1, $2]++ {
                printf "Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n", $1, $2
                if (have_key) printf "Signed-By: %s\n", key
                print ""; found = 1
            }
            END { exit !found }'
}

# Every step ends in `|| return 1`: set -e is off inside the condition that calls this.
build_sundials() {
    local version="$1" prefix="$2" work="$3" multiarch jobs
    mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/apt/parts" || return 1
    source_list >"$work/apt/patency.sources" || { warn "no Debian archive in this machine's package sources"; return 1; }
    local apt_options=(-qq
        -o "Dir::Etc::sourcelist=$work/apt/patency.sources" -o "Dir::Etc::sourceparts=$work/apt/parts"
        -o "Dir::State::lists=$work/apt/lists" -o "Dir::Cache=$work/apt/cache"
        -o "Acquire::Languages=none" -o "Acquire::Retries=3")
    # The folder belongs to the caller, so apt's unprivileged download user could not write there.
    [ "$(id -u)" -ne 0 ] || apt_options+=(-o "APT::Sandbox::User=root")
    apt-get "${apt_options[@]}" update || return 1
    (cd "$work" && apt-get "${apt_options[@]}" source --only-source --download-only "sundials=$version") || return 1
    dpkg-source --no-check -x "$work"/sundials_*.dsc "$work/source" >/dev/null || return 1

    multiarch="$(gcc -print-multiarch)" || return 1
    jobs="$(nproc)" || return 1
    # No -march: the result must run on any machine of this architecture. Index size 64 as in Debian's headers.
    cmake -S "$work/source" -B "$work/build" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS=-fcommon -DCMAKE_C_FLAGS_RELEASE="-O3 -DNDEBUG" \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib \
        -DBUILD_SHARED_LIBS=ON -DBUILD_STATIC_LIBS=OFF \
        -DBUILD_ARKODE=OFF -DBUILD_CVODE=OFF -DBUILD_IDA=OFF -DBUILD_KINSOL=OFF -DBUILD_CVODES=ON -DBUILD_IDAS=ON \
        -DEXAMPLES_ENABLE_C=OFF -DEXAMPLES_ENABLE_CXX=OFF -DEXAMPLES_INSTALL=OFF -DBUILD_FORTRAN_MODULE_INTERFACE=OFF \
        -DSUNDIALS_INDEX_SIZE=64 -DENABLE_MPI=OFF -DENABLE_KLU=ON \
        -DKLU_INCLUDE_DIR=/usr/include/suitesparse -DKLU_LIBRARY_DIR="/usr/lib/$multiarch" \
        >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; return 1; }
    # Staged first, so that nothing unfinished ever stands under the final name.
    DESTDIR="$work/stage" cmake --build "$work/build" --parallel "$jobs" --target install >>"$work/build.log" 2>&1 ||
        { tail -n 20 "$work/build.log" >&2; return 1; }
    cp "$work/source/LICENSE" "$work/source/NOTICE" "$work/stage$prefix/" || return 1
    # Renaming is atomic: another run sees the whole prefix or none. Losing that race is success.
    mv -T "$work/stage$prefix" "$prefix" 2>/dev/null || [ -d "$prefix/lib" ]
}

install_sundials() {
    local version name prefix work
    # shellcheck disable=SC2016
    version="$(dpkg-query -W -f '${source:Version}' libsundials-dev)"
    name="sundials-${version//[^A-Za-z0-9.+-]/_}-O3"
    prefix="$PATENCY_CACHE/$name"
    if [ -d "$prefix/lib" ]; then
        say "SUNDIALS $version at -O3 is in the cache"
    else
        say "building SUNDIALS $version from Debian's source with -O3 (the package is built without optimisation)"
        work="$(mktemp -d "$PATENCY_CACHE/build.XXXXXX")"
        if build_sundials "$version" "$prefix" "$work"; then
            rm -rf "$work"
        else
            rm -rf "$work"
            warn "the -O3 build of SUNDIALS failed (reason above). Carrying on with Debian's package:"
            warn "results are the same, CVODES and IDAS runs take about three times as long."
            prefix=""
        fi
    fi
    printf '%s\n' "$prefix" >"$PATENCY_CACHE/sundials-prefix.$$"
    mv "$PATENCY_CACHE/sundials-prefix.$$" "$PATENCY_CACHE/sundials-prefix"
}

bundle_matches() { (cd "$1" && sha256sum --check --status "$here/vega-bundle.sha256") 2>/dev/null; }

make_bundle() {
    local work="$1" wanted
    wanted="vl-convert-python==$vl_convert_version"
    say "extracting the chart bundle (Vega, Vega-Lite, Vega-Embed) from $wanted"
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps "$wanted"
    "$work/venv/bin/python" - "$work/vega-bundle.js" <<'PY'
import sys
import vl_convert

# The bundle is a module: the function keeps its hundreds of top-level names out of the page.
body = vl_convert.javascript_bundle(vl_version="6.4")
if "</script" in body.lower():
    sys.exit("the bundle contains a closing script tag and cannot be embedded in a page")
with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as out:
    out.write('(function(){"use strict";\n' + body + "\n})();\n")
PY
}

install_bundle() {
    local share="$PATENCY_CACHE/share/patency" work
    cp_licence() { cp "$here/vega-bundle.LICENSE.txt" "$share/vega-bundle.LICENSE.txt"; }
    mkdir -p "$share"
    if bundle_matches "$share"; then
        cp_licence
        say "the chart bundle is in the cache and its checksum is right"
        return
    fi
    work="$(mktemp -d "$PATENCY_CACHE/bundle.XXXXXX")"
    make_bundle "$work" || { rm -rf "$work"; fail "could not make the chart bundle (reason above)"; }
    if ! bundle_matches "$work"; then
        local got
        got="$(sha256sum <"$work/vega-bundle.js" | cut -d ' ' -f 1)"
        mv "$work/vega-bundle.js" "$share/vega-bundle.rejected.js"
        rm -rf "$work"
        fail "checksum of the chart bundle is $got, not the pinned one.
  If vl_convert_version was changed on purpose: look at $share/vega-bundle.rejected.js,
  then put '$got  vega-bundle.js' into scripts/vega-bundle.sha256.
  If not, the download is not what was reviewed: remove $share and try again, and do not use the rejected file."
    fi
    mv "$work/vega-bundle.js" "$share/vega-bundle.js"
    rm -rf "$work" "$share/vega-bundle.rejected.js"
    cp_licence
}

# Tests skip with a reason and benchmarks stop without these, so a failure here is no failure of set-up.
# install_peers FOLDER PINS [PIP OPTION...]
install_peers() {
    local folder="$PATENCY_CACHE/$1" pins="$2"
    shift 2
    if [ "$(cat "$folder/pinned" 2>/dev/null)" = "$pins" ]; then
        say "the simulators to compare with are in the cache ($pins)"
        return
    fi
    say "installing the simulators to compare with: $pins"
    # shellcheck disable=SC2086
    if python3 -m venv --clear "$folder" &&
        "$folder/bin/pip" install --quiet --disable-pip-version-check "$@" $pins; then
        printf '%s' "$pins" >"$folder/pinned"
    else
        warn "could not install them (reason above): comparisons with these simulators are left out."
    fi
}

mkdir -p "$PATENCY_CACHE"
stage "Swift toolchain" check_swift
stage "Debian packages" install_packages
stage "SUNDIALS" install_sundials
stage "chart bundle" install_bundle
stage "simulators to compare with" install_peers peers "$peers" --no-deps
case "${1:-}" in --bench | --bench-check) stage "valgrind" install_counter ;; esac
# AMICI takes minutes to compile, so only benchmarks ask for it.
[ "${1:-}" != --bench ] || stage "AMICI and COPASI" install_peers peers-more "$more_peers"

# shellcheck source=scripts/env.sh
. "$here/env.sh"
say "ready. For a shell of your own: . scripts/env.sh, which sets"
printf '  PATENCY_SUNDIALS=%s\n  PATENCY_VEGA=%s\n  PATENCY_PYTHON=%s\n' "$PATENCY_SUNDIALS" "$PATENCY_VEGA" "$PATENCY_PYTHON"
