#!/usr/bin/env bash
# The real window under Xvfb where its data folder cannot be written to: read-only, then full. Trained, closed (it
# asks), given space, closed and opened again. Leaves screenshots in target/nowhere-to-keep; look at them.
# Needs (Debian, as root for the mounts): xvfb openbox xdotool imagemagick libgtk-3-0, and a build (mvn -q compile)
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$PWD/target/nowhere-to-keep
rm -rf "$out"; mkdir -p "$out/config" "$out/read-only" "$out/full" "$out/home"
export DISPLAY=:96 XDG_CONFIG_HOME="$out/config" XDG_CACHE_HOME="$out/home"
pids=()
clean_up() {
  kill "${pids[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  umount "$out/read-only" "$out/full" 2>/dev/null || true
}
trap clean_up EXIT
fail() { import -window root "$out/failed.png"; echo "FAILED: $*; see $out" >&2; exit 1; }
shot() { sleep 1; import -window root "$out/$1.png"; } # a picture of the settled window; nothing is decided by it
until_true() { for _ in $(seq 600); do "$@" && return 0; sleep 0.1; done; return 1; }
title() { xdotool search --onlyvisible --name 'Autoencoder Workbench' getwindowname 2>/dev/null | grep -q "$1"; }
trains() { title '●' || { xdotool key ctrl+Return; sleep 1; false; }; } # pressed too early, it does nothing
gone() { ! kill -0 "$window" 2>/dev/null; }
start() {
  XDG_DATA_HOME=$1 target/workbench >> "$out/$2.log" 2>&1 & window=$!; pids+=($window)
  until_true title 'Autoencoder Workbench' || fail "no window"
  id=$(xdotool search --onlyvisible --name 'Autoencoder Workbench' | tail -1)
  xdotool windowsize "$id" 1280 800 windowmove "$id" 0 0 windowfocus "$id"
  sleep 4 # until the data is there
}
Xvfb $DISPLAY -screen 0 1280x800x24 > /dev/null 2>&1 & pids+=($!)
until_true xdotool getdisplaygeometry > /dev/null 2>&1
openbox > /dev/null 2>&1 & pids+=($!)

for place in read-only full; do
  if [ $place = full ]; then
    mount -t tmpfs -o size=300k tmpfs "$out/full"
    head -c 290000 /dev/zero > "$out/full/filler"
  else
    mount -t tmpfs -o size=4m tmpfs "$out/read-only"
    mount -o remount,ro "$out/read-only"
  fi
  start "$out/$place" $place
  until_true trains || fail "nothing is trained"
  sleep 8
  shot "$place-training"
  xdotool key ctrl+q
  sleep 2
  shot "$place-stop"
  gone && fail "the window closed while it trained"
  xdotool key ctrl+q
  sleep 4
  shot "$place-asks"
  gone && fail "the window closed with the model gone"
  if [ $place = full ]; then rm "$out/full/filler"; umount "$out/full"; mount -t tmpfs -o size=8m tmpfs "$out/full"
  else mount -o remount,rw "$out/read-only"; fi
  kept() { ls "$out/$place"/autoencoder-workbench/models/session-*.aemodel > /dev/null 2>&1; }
  until_true kept || fail "it is not kept once there is space"
  shot "$place-kept"
  xdotool key ctrl+q
  until_true gone || fail "the window does not close now"
  start "$out/$place" $place
  shot "$place-again"
  xdotool key ctrl+q
  until_true gone || fail "the window does not close"
  grep -E 'Exception|^\s+at ' "$out/$place.log" && fail "a stack trace in the log"
  echo "$place: $(grep -c 'cannot be kept safe' "$out/$place.log" || true) line in the log: $(grep 'cannot be kept safe' "$out/$place.log" | head -1 | sed "s|$out|…|g")"
done
echo "passed; look at the pictures in $out"
