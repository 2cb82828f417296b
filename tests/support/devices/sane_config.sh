#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Usage: sane_config.sh DIR [NET_HOST]
# Makes DIR a private SANE configuration (use it as SANE_CONFIG_DIR) with the virtual scanners `test:0` (feeder, slow
# reading, failures) and `pnm:0` (scans a picture file), and, when NET_HOST is given, the scanners of a saned there.
set -eu
[ $# -ge 1 ] || { sed -n '3,5p' "$0" >&2; exit 2; }
dir=$1
mkdir -p "$dir"
printf 'test\npnm\n' > "$dir/dll.conf"
if [ $# -ge 2 ]; then
    echo net >> "$dir/dll.conf"
    printf 'connect_timeout = 3\n%s\n' "$2" > "$dir/net.conf"
fi
# A missing line keeps the driver's default, whose largest area is smaller than A4.
cat > "$dir/test.conf" <<'CONF'
number_of_devices 1
mode Gray
hand-scanner false
three-pass false
three-pass-order RGB
resolution_min 1.0
resolution_max 1200.0
resolution_quant 1.0
resolution 50.0
depth 8
scan-source Flatbed
test-picture "Solid black"
invert-endianness false
read-limit false
read-limit-size 1
read-delay false
read-delay-duration 1000
read-status-code Default
ppl-loss 0
fuzzy-parameters false
non-blocking false
select-fd false
enable-test-options false
geometry_min 0.0
geometry_max 300.0
geometry_quant 1.0
tl_x 0.0
tl_y 0.0
br_x 80.0
br_y 100.0
CONF
