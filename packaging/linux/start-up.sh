#!/usr/bin/env bash
# How soon the packaged program shows its window, and what it then holds in memory, as ratios in one
# run: packaging/linux/start-up.sh [IMAGE] [TURNS]. Needs xvfb, GTK 3 and a built image.
set -euo pipefail
cd "$(dirname "$0")/../.."
image=${1:-target/installer/autoencoder-workbench}
# The JDK that the image was built with, which runs a source file; the first of the path may be an older one.
jdk=$(head -1 target/runtime/linked-from 2>/dev/null || true)
java=${jdk% *}/bin/java # the line ends with its version
[ -x "$java" ] || { echo "Build the image first: mvn -Pinstaller verify" >&2; exit 1; }
exec xvfb-run -a -s "-screen 0 1300x820x24" "$java" packaging/linux/StartUp.java "$image" "${2:-7}"
