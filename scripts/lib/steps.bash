# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# What every script here shares: where the repository is, how a long step is shown, who may install packages.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck disable=SC2034  # used by the scripts that source this file
node="$repository/node_modules/.bin/node"

say() { printf '%s\n' "$*"; }

die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# step LABEL COMMAND...: runs the command with its output in build/log/, shows one line with the time it takes,
# and on failure shows the end of that output. Every 30 s it says that it is still at work.
step() {
    local label=$1 log started now shown status=0 pid
    shift
    mkdir -p "$repository/build/log"
    log="$repository/build/log/$(printf '%s' "$label" | tr -cs '[:alnum:]' '_').log"
    started=$(date +%s)
    shown=$started
    printf -- '-- %s ...\n' "$label"
    "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        now=$(date +%s)
        if ((now - shown >= 30)); then
            shown=$now
            printf '   %s: still running after %d s, at: %s\n' "$label" "$((now - started))" "$(tail -n 1 "$log" | cut -c1-90)"
        fi
    done
    wait "$pid" || status=$?
    now=$(date +%s)
    if ((status != 0)); then
        printf '   %s FAILED after %d s (exit %d); the end of %s:\n' "$label" "$((now - started))" "$status" "$log" >&2
        tail -n 40 "$log" >&2
        return "$status"
    fi
    printf '   %s: done in %d s\n' "$label" "$((now - started))"
}

# as_root COMMAND...: runs it directly when we are root, through sudo otherwise.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "installing packages needs root: run this script as root, or install sudo and allow your account to use it"
    fi
}
