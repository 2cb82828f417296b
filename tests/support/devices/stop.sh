#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Usage: stop.sh DIR
# Stops, by its process number, every server that was started in DIR (DIR/*.pid) and waits until it is gone.
set -u
[ $# -eq 1 ] || { sed -n '3,4p' "$0" >&2; exit 2; }
for file in "$1"/*.pid; do
    [ -e "$file" ] || continue
    pid=$(cat "$file")
    kill "$pid" 2> /dev/null
    tries=0
    while kill -0 "$pid" 2> /dev/null && [ "$(ps -o stat= -p "$pid" 2> /dev/null | cut -c1)" != Z ]; do
        tries=$((tries + 1))
        [ $tries -ne 100 ] || kill -KILL "$pid" 2> /dev/null
        sleep 0.05
    done
    rm -f "$file"
done
