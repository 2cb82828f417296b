#!/bin/bash
# SPDX-License-Identifier: EUPL-1.2
# Usage: cups_start.sh DIR PORT [QUEUE...]
# Starts a private print service on 127.0.0.1:PORT, nothing of the system touched, as root or as an ordinary user. Each
# QUEUE (one called "Parvis" when none is named) prints to the virtual printer `testprn` in DIR/QUEUE: papers come out
# as DIR/QUEUE/job-N.prn, and the printer behaves as DIR/QUEUE/mode says (see testprn). DIR/cupsd.pid is the process,
# DIR/spool the spool. Use CUPS_SERVER=127.0.0.1:PORT. Stop it with stop.sh DIR.
set -eu
[ $# -ge 2 ] || { sed -n '3,7p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
dir=$(cd "$1" && pwd)
port=$2
shift 2
[ $# -gt 0 ] || set -- Parvis
if [ "$(id -u)" -eq 0 ]; then
    user=lp group=lp admins="root lpadmin"
else
    user=$(id -un) group=$(id -gn) admins=root
fi
chmod 755 "$dir"
mkdir -p "$dir"/{etc/ppd,run,cache,spool/tmp,log,bin/backend}
for part in /usr/lib/cups/*; do
    name=$(basename "$part")
    [ "$name" = backend ] || ln -sfn "$part" "$dir/bin/$name"
done
for backend in /usr/lib/cups/backend/{ipp,ipps,socket,lpd,http,https,usb}; do
    [ ! -r "$backend" ] || ln -sfn "$backend" "$dir/bin/backend/$(basename "$backend")"
done
install -m 755 "$here/testprn" "$dir/bin/backend/testprn"
if [ "$(id -u)" -eq 0 ]; then
    chown root:lp "$dir/etc" "$dir/run" "$dir/cache" "$dir/spool" "$dir/spool/tmp" "$dir/log"
    chmod 1770 "$dir/spool/tmp"
    chmod 770 "$dir/cache" "$dir/run"
    chmod 710 "$dir/spool"
fi
cat > "$dir/etc/cups-files.conf" <<CONF
ServerRoot $dir/etc
StateDir $dir/run
CacheDir $dir/cache
RequestRoot $dir/spool
TempDir $dir/spool/tmp
ServerBin $dir/bin
AccessLog $dir/log/access_log
ErrorLog $dir/log/error_log
PageLog $dir/log/page_log
SystemGroup $admins
User $user
Group $group
FileDevice Yes
CONF
cat > "$dir/etc/cupsd.conf" <<CONF
LogLevel info
Listen 127.0.0.1:$port
Browsing No
DefaultAuthType None
WebInterface No
ErrorPolicy stop-printer
PreserveJobHistory Yes
PreserveJobFiles No
JobRetryInterval 5
MaxLogSize 0
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
CONF
/usr/sbin/cupsd -f -c "$dir/etc/cupsd.conf" -s "$dir/etc/cups-files.conf" > "$dir/log/stdout" 2>&1 < /dev/null &
echo $! > "$dir/cupsd.pid"
"$here/await_port.sh" 127.0.0.1 "$port" "$dir/cupsd.pid"
for queue in "$@"; do
    mkdir -p "$dir/$queue"
    [ "$(id -u)" -ne 0 ] || chown lp:lp "$dir/$queue"
    echo ok > "$dir/$queue/mode"
    CUPS_SERVER=127.0.0.1:$port lpadmin -p "$queue" -E -v "testprn:$dir/$queue" -m raw 2> "$dir/log/lpadmin"
done
