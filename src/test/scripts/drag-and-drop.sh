#!/usr/bin/env bash
# Drags a picture from another program's window onto the real one, under Xvfb with a window manager,
# and proves that it arrives and is reconstructed. Leaves screenshots in target/drag-and-drop.
# Needs (Debian): xvfb openbox xdotool imagemagick libgtk-3-0
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=$PWD/target/drag-and-drop
rm -rf "$out"; mkdir -p "$out/home"
export DISPLAY=:97
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true' EXIT

mvn -q test-compile
mvn -q validate exec:exec -Dworkbench.args="train --limit 2000 --epochs 5 --batch-size 50 --optimizer adam --out $out/model"
# A seven in a colour that nothing else in the window has.
convert -size 200x200 xc:white -stroke '#ff00ff' -strokewidth 14 -fill none \
  -draw 'polyline 50,50 150,48 90,165' "$out/seven.png"

Xvfb $DISPLAY -screen 0 1600x900x24 >/dev/null 2>&1 & pids+=($!)
for _ in $(seq 100); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
openbox >/dev/null 2>&1 & pids+=($!)
XDG_CONFIG_HOME="$out/home" XDG_DATA_HOME="$out/home" \
  mvn -q validate exec:exec -Dworkbench.args="$out/model/model.aemodel" >"$out/workbench.log" 2>&1 & pids+=($!)
mvn -q validate exec:exec@drag-source -Dworkbench.args="$out/seven.png" >"$out/source.log" 2>&1 & pids+=($!)

window() { timeout 60 xdotool search --sync --onlyvisible --name "$1" | tail -1; }
workbench=$(window 'Autoencoder Workbench')
source=$(window '^drag source$')
xdotool windowmove "$workbench" 0 0 windowsize "$workbench" 1280 800 windowmove "$source" 1340 200
magenta() { convert "$1" -fill black +opaque '#ff00ff' -fill white -opaque '#ff00ff' -format '%[fx:int(mean*w*h)]' info:; }
shot() { import -window root "$out/$1.png"; }
# Until the model is open, which the title says.
for _ in $(seq 100); do xdotool getwindowname "$workbench" | grep -q model.aemodel && break; sleep 0.2; done
shot before
[ "$(magenta "$out/before.png")" -eq 0 ] || { echo "FAILED: the picture is there before it was dropped"; exit 1; }

eval "$(xdotool getwindowgeometry --shell "$source")"
x=$((X + 100)) y=$((Y + 100))
xdotool mousemove $x $y mousedown 1
for i in $(seq 1 40); do
  xdotool mousemove $((x + (760 - x) * i / 40)) $((y + (450 - y) * i / 40)); sleep 0.03
done
sleep 0.5
shot hint
xdotool mouseup 1
for _ in $(seq 100); do
  shot after
  [ "$(magenta "$out/after.png")" -gt 100 ] && break
  sleep 0.2
done
sleep 1
shot after
[ "$(magenta "$out/after.png")" -gt 100 ] || { echo "FAILED: the dropped picture is not shown"; exit 1; }
if grep -E 'WARN |ERROR|Exception' "$out/workbench.log"; then echo "FAILED: the log is not clean"; exit 1; fi
echo "passed: the picture was dragged in and is shown; look at $out/after.png"
