#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Usage: await_port.sh ADDRESS PORT PID_FILE
# Returns once something listens on ADDRESS:PORT; fails when the process of PID_FILE ends or 10 s pass.
set -u
[ $# -eq 3 ] || { sed -n '3,4p' "$0" >&2; exit 2; }
pid=$(cat "$3")
end=$((SECONDS + 10))
while ! (exec 3<> "/dev/tcp/$1/$2") 2> /dev/null; do
    kill -0 "$pid" 2> /dev/null || { echo "process $pid ended before it listened on $1:$2" >&2; exit 1; }
    [ $SECONDS -lt $end ] || { echo "nothing listens on $1:$2 after 10 s" >&2; exit 1; }
    sleep 0.05
done
