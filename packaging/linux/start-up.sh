#!/usr/bin/env bash
# How soon the packaged program shows its window, and what it then holds in memory, as ratios in one
# run: packaging/linux/start-up.sh [IMAGE] [TURNS]. Needs xvfb, GTK 3 and a built image.
set -euo pipefail
cd "$(dirname "$0")/../.."
image=${1:-target/installer/autoencoder-workbench}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec xvfb-run -a -s "-screen 0 1300x820x24" "$java" packaging/linux/StartUp.java "$image" "${2:-7}"
