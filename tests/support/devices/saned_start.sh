#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Usage: saned_start.sh DIR ADDRESS
# Starts a private saned on ADDRESS (of loopback, e.g. 127.0.0.77; SANE's network driver knows port 6566 only) that
# shares the virtual scanner `test:0`. DIR/client is the SANE_CONFIG_DIR under which it is `net:ADDRESS:test:0`;
# DIR/saned.pid is its process. Stop it with stop.sh DIR.
set -eu
[ $# -eq 2 ] || { sed -n '3,6p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
dir=$1
address=$2
"$here/sane_config.sh" "$dir/server"
echo test > "$dir/server/dll.conf"
printf '%s\n127.0.0.1\n' "$address" > "$dir/server/saned.conf"
"$here/sane_config.sh" "$dir/client" "$address"
echo net > "$dir/client/dll.conf"
SANE_CONFIG_DIR="$dir/server" /usr/sbin/saned -l -e -b "$address" -p 6566 > "$dir/saned.log" 2>&1 < /dev/null &
echo $! > "$dir/saned.pid"
"$here/await_port.sh" "$address" 6566 "$dir/saned.pid"
