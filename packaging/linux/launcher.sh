#!/bin/sh
# Starts the workbench. In place of jpackage's own program, which asks rpm and dpkg at every start whose file
# it is: that takes 0.3 s and more, and leaves a database of rpm in the user's home.
app=$(dirname "$(dirname "$(readlink -f "$0")")")/lib/app
unset JDK_JAVA_OPTIONS
# A heap of the C library for every thread would only be more memory.
export MALLOC_ARENA_MAX=2
exec "$app/../runtime/bin/java" \
OPTIONS
  -cp "CLASS_PATH" \
  org.aeworkbench.Main "$@"
