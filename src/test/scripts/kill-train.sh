#!/usr/bin/env bash
# Kills a convolutional training on the command line at random moments and goes on with it each time:
# src/test/scripts/kill-train.sh [KILLS]. What is lost is at most an epoch or five seconds, and the history is
# that of a training that nobody disturbed, but for the seconds. Then a training whose folder is full (as root).
# Needs a build (mvn -q compile).
set -euo pipefail
cd "$(dirname "$0")/../../.."
kills=${1:-20}
work=$(mktemp -d)
trap 'umount "$work/full" 2>/dev/null || true; rm -rf "$work"' EXIT
epochs=$((kills * 6 + 12))
train=(target/workbench train --threads 2 --out)
plan=(--preset lab-conv --limit 6000)
fail() { echo "FAILED: $*" >&2; exit 1; }
done_epochs() { [ -f "$1/history.csv" ] && echo $(($(wc -l < "$1/history.csv") - 1)) || echo 0; }
columns() { cut -d, -f1-4 "$1/history.csv"; }

echo "== undisturbed, $epochs epochs"
"${train[@]}" "$work/whole" "${plan[@]}" --epochs "$epochs" > "$work/whole.log" 2>&1 || { cat "$work/whole.log"; fail train; }

echo "== killed $kills times"
for kill in $(seq "$kills"); do
  before=$(done_epochs "$work/killed")
  [ "$before" -lt "$epochs" ] || fail "the training ended after $((kill - 1)) kills: give it more epochs"
  if [ "$before" -gt 0 ]; then
    command=("${train[@]}" "$work/killed" --resume "$work/killed/model.aemodel" --epochs "$epochs")
  else
    command=("${train[@]}" "$work/killed" "${plan[@]}" --epochs "$epochs")
  fi
  "${command[@]}" > "$work/log" 2>&1 & pid=$!
  # From the first new epoch on, so that every turn gets somewhere.
  until grep -q '^epoch ' "$work/log"; do kill -0 $pid || { cat "$work/log"; fail "train ended"; }; sleep 0.02; done
  sleep "$(awk -v seed="$kill$RANDOM" 'BEGIN { srand(seed); printf "%.2f", rand() * 5 }')"
  kill -9 $pid 2>/dev/null || true
  wait $pid 2>/dev/null || true
  reached=$(grep -c '^epoch ' "$work/log" || true)
  reached=$((before + reached))
  kept=$(done_epochs "$work/killed")
  lost=$((reached - kept))
  seconds=$(awk -v l="$lost" -F'  +| ' '/^epoch /{n++; s[n]=$(NF-1)} END {t=0; for(i=n-l+1;i<=n;i++) t+=s[i]; printf "%.1f", t}' "$work/log")
  echo "kill $kill: $reached epochs done, $kept kept ($lost epochs, $seconds s of work lost)"
  [ "$lost" -le 1 ] || awk -v s="$seconds" 'BEGIN { exit !(s <= 5) }' || fail "more than an epoch and five seconds are lost"
  [ ! -e "$work/killed/model.aemodel" ] || target/workbench info "$work/killed/model.aemodel" > /dev/null || fail "the model is damaged"
done
"${train[@]}" "$work/killed" --resume "$work/killed/model.aemodel" --epochs "$epochs" > "$work/log" 2>&1 || { cat "$work/log"; fail resume; }
diff <(columns "$work/whole") <(columns "$work/killed") || fail "the histories differ"
echo "the histories are equal in every column but seconds"

if [ "$(id -u)" = 0 ]; then
  echo "== a folder of 300 kB"
  mkdir "$work/full" "$work/home"
  mount -t tmpfs -o size=300k tmpfs "$work/full"
  if XDG_DATA_HOME="$work/home" "${train[@]}" "$work/full" --preset lab-shallow --limit 2000 --epochs 2 > "$work/log" 2>&1; then
    fail "a full disk is no error"
  fi
  tail -1 "$work/log"
  kept=$(sed -n 's/.*What was learned is in \(.*\.aemodel\).*/\1/p' "$work/log")
  target/workbench info "$kept" | grep 'epochs *2 of 2' > /dev/null || fail "the model is not where the message says"
  echo "the model is where the message says"
fi
