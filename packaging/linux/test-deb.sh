#!/usr/bin/env bash
# Proves the .deb in a clean Debian: packaging/linux/test-deb.sh [DEB] [OUTPUT]   (as root)
#
# Makes a minimal root with debootstrap (kept in $AEWORKBENCH_ROOTS for the next run), installs the
# package with apt so that nothing but its declared dependencies is there, starts the window by the
# menu entry's own command under this machine's Xvfb, trains, opens a model, makes the tour,
# uninstalls, and looks whether only the user's data is left. Needs debootstrap, xvfb, x11-apps and
# imagemagick here. Leaves screenshots and logs in OUTPUT.
set -euo pipefail
cd "$(dirname "$0")/../.."
deb=$(realpath "${1:-$(ls target/installer/*.deb | tail -1)}")
out=$(realpath -m "${2:-target/test-deb}")
roots=${AEWORKBENCH_ROOTS:-/var/tmp/aeworkbench-roots}
base=$roots/bookworm root=$roots/run
# Debian's packages come from where this machine's own do.
mirror=${AEWORKBENCH_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | head -1)}
[ -n "$mirror" ] || { echo "No source of Debian bookworm is known to apt here; name one in AEWORKBENCH_MIRROR." >&2; exit 1; }
display=:${AEWORKBENCH_DISPLAY:-77}
started=()

say() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
clean_up() {
  for pid in "${started[@]}"; do
    pkill -P "$pid" 2>/dev/null || true
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  for mount in tmp/.X11-unix dev/shm dev proc; do
    if mountpoint -q "$root/$mount"; then umount "$root/$mount" 2>/dev/null || umount -l "$root/$mount"; fi
  done
}
trap clean_up EXIT
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }
as_user() {
  inside setpriv --reuid=1000 --regid=1000 --clear-groups \
    env HOME=/home/pupil DISPLAY="$display" "$@"
}

say "A clean Debian root"
clean_up
mkdir -p "$roots" "$out"
if [ ! -e "$base/.complete" ]; then
  rm -rf "$base"
  debootstrap --variant=minbase bookworm "$base" "$mirror" > "$out/debootstrap.log"
  touch "$base/.complete"
fi
rm -rf --one-file-system "$root"
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t tmpfs shm "$root/dev/shm"
cp /etc/resolv.conf "$root/etc/resolv.conf"
inside useradd -m -u 1000 -s /bin/sh pupil
inside apt-get -qq update

say "Install $(basename "$deb"): $(stat -c %s "$deb") bytes"
cp "$deb" "$root/tmp/package.deb"
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends /tmp/package.deb \
  > "$out/install.log" 2>&1 || { tail -20 "$out/install.log"; fail "apt cannot install the package"; }
du -sm "$root/opt/autoencoder-workbench" | cut -f1 | sed 's/$/ MB installed/'
entry=$(find "$root/usr/share/applications" "$root/usr/local/share/applications" -name '*autoencoder-workbench.desktop' 2>/dev/null | head -1 || true)
[ -n "$entry" ] || fail "there is no menu entry"
command=$(sed -n 's/^Exec=//p' "$entry")
program=/opt/autoencoder-workbench/bin/aeworkbench

say "Command line: version, training, both backends, export"
as_user "$program" --version
as_user "$program" train --preset lab-shallow --epochs 1 --limit 5000 --out /home/pupil/vector 2> "$out/train-vector.log" || { cat "$out/train-vector.log"; fail train; }
as_user "$program" train --preset lab-shallow --backend dl4j --epochs 1 --limit 2000 --out /home/pupil/dl4j 2> "$out/train-dl4j.log" || { cat "$out/train-dl4j.log"; fail "train with DL4J"; }
as_user "$program" train --preset lab-conv --backend dl4j --epochs 1 --limit 128 --out /home/pupil/conv 2> "$out/train-conv.log" || { cat "$out/train-conv.log"; fail "train conv with DL4J"; }
as_user "$program" info /home/pupil/conv/model.aemodel
as_user "$program" export /home/pupil/conv/model.aemodel --out /home/pupil/halves
cp -r assets/samples "$root/tmp/samples"
as_user sh -c "$program reconstruct /home/pupil/vector/model.aemodel /tmp/samples/*.png /tmp/samples/*.jpg --out /home/pupil/own"
as_user "$program" encode /home/pupil/vector/model.aemodel --test-set --out /home/pupil/codes.csv
as_user sh -c "head -20 /home/pupil/codes.csv > /home/pupil/few.csv"
as_user "$program" decode /home/pupil/vector/model.aemodel /home/pupil/few.csv --out /home/pupil/decoded

say "Tour without a display"
as_user env -u DISPLAY "$program" tour --out /home/pupil/tour
rm -rf "$out/tour" && cp -r "$root/home/pupil/tour" "$out/tour"
[ "$(ls "$out/tour" | wc -l)" -ge 8 ] || fail "the tour left too few pictures"

say "The window, by the menu entry: $command"
Xvfb "$display" -screen 0 1280x800x24 -ac > "$out/xvfb.log" 2>&1 & started+=($!)
mkdir -p "$root/tmp/.X11-unix"
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
titles() { DISPLAY=$display xwininfo -root -tree | grep -o '"[^"]*Autoencoder Workbench"' || true; }
window() { # NAME MODEL EXPECTED-TITLE
  as_user sh -c "${command/\%f/$2}" > "$out/$1.log" 2>&1 & local pid=$!; started+=("$pid")
  for _ in $(seq 300); do titles | grep -q "$3" && break; sleep 0.2; done
  titles | grep -q "$3" || { cat "$out/$1.log"; fail "the window did not show $3"; }
  sleep 5 # a picture of the settled window; nothing is decided by it
  DISPLAY=$display import -window root "$out/$1.png"
  if [ "$1" = window ]; then
    DISPLAY=$display xdotool key ctrl+Return
    for _ in $(seq 600); do titles | grep -q '●' && break; sleep 0.2; done
    sleep 8
    DISPLAY=$display import -window root "$out/$1-training.png"
    titles | grep -q '●' || fail "the window did not train"
  fi
  # The program itself, not the shell that waits for it; it may still be saving.
  pkill -f "$main" || true
  for _ in $(seq 300); do running || return 0; sleep 0.1; done
  fail "the window does not end"
}
main="^/opt/autoencoder-workbench/.*org.aeworkbench.Main"
running() { pgrep -f "$main" > /dev/null; }
window window "" "Autoencoder Workbench"
window model /home/pupil/vector/model.aemodel "model.aemodel"

say "The same again over itself, as an upgrade does: the user's models stay"
before=$(cd "$root/home/pupil" && find . -name '*.aemodel' | sort)
inside apt-get -y --reinstall install /tmp/package.deb > "$out/reinstall.log" 2>&1 || fail "apt cannot install it over itself"
[ "$before" = "$(cd "$root/home/pupil" && find . -name '*.aemodel' | sort)" ] || fail "models are gone"
as_user "$program" info /home/pupil/vector/model.aemodel > /dev/null

say "Uninstall"
inside apt-get -y purge autoencoder-workbench > "$out/uninstall.log" 2>&1 || fail "apt cannot remove the package"
left=$(inside find /opt /usr /etc -xdev \( -name '*autoencoder-workbench*' -o -name 'aeworkbench*' \) 2>/dev/null | head || true)
[ -z "$left" ] || fail "left behind: $left"
[ -s "$root/home/pupil/vector/model.aemodel" ] || fail "the user's model is gone"
find "$root/home/pupil" -path '*autoencoder-workbench*' -maxdepth 4 | sed "s|$root||"
say "All done; pictures and logs are in $out"
