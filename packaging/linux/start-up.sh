#!/usr/bin/env bash
# How soon the packaged program shows its window, and what it then holds in memory, as ratios in one
# run: packaging/linux/start-up.sh [IMAGE] [TURNS]. Needs xvfb, GTK 3 and a built image.
set -euo pipefail
cd "$(dirname "$0")/../.."
image=${1:-target/installer/autoencoder-workbench}
# The Java that the image was built with: the first of the path may be an older one.
java=$(sed -n "s/^java='\(.*\)'$/\1/p" target/workbench 2>/dev/null)
[ -x "$java" ] || { echo "Build the image first: mvn -Pinstaller verify" >&2; exit 1; }
exec xvfb-run -a -s "-screen 0 1300x820x24" "$java" packaging/linux/StartUp.java "$image" "${2:-7}"
