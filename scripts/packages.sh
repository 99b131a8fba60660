# shellcheck shell=bash
# Sourced by the other scripts: messages, and Debian packages installed only when missing.
# The caller sets `program`, the name its messages start with.
: "${program:?}"
export DEBIAN_FRONTEND=noninteractive

say() { printf '%s: %s\n' "$program" "$*"; }
warn() { printf '%s: WARNING: %s\n' "$program" "$*" >&2; }
fail() {
    printf '%s: ERROR: %s\n' "$program" "$*" >&2
    exit 1
}
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo --preserve-env=DEBIAN_FRONTEND "$@"
    else
        fail "need root to run '$*' and sudo is not installed; run that command as root, then this one again"
    fi
}

# Reads "package reason" lines and installs what is missing, saying why.
install_missing() {
    command -v dpkg-query >/dev/null || fail "only Debian and its derivatives are known here (no dpkg-query)"
    local package reason missing=()
    while read -r package reason; do
        # shellcheck disable=SC2016
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ] || continue
        say "installing $package: $reason"
        missing+=("$package")
    done
    if [ "${#missing[@]}" -eq 0 ]; then
        say "the Debian packages needed are present"
        return
    fi
    as_root apt-get update -qq
    as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null </dev/null
}
