#!/bin/sh
# Starts the workbench. In place of jpackage's own program, which asks rpm and dpkg at every start whose file
# it is: that takes 0.3 s and more, and leaves a database of rpm in the user's home.
app=$(dirname "$(dirname "$(readlink -f "$0")")")/lib/app
unset JDK_JAVA_OPTIONS
# Where the locale has no letters beyond ASCII (LC_ALL=C, or one that is not installed), Java could not open files
# whose names have others, neither from the command line nor in the window.
if [ "$(locale charmap 2> /dev/null)" = ANSI_X3.4-1968 ]; then export LC_ALL=C.UTF-8; fi
# A heap of the C library for every thread would only be more memory.
export MALLOC_ARENA_MAX=2
exec "$app/../runtime/bin/java" \
OPTIONS
  -cp "CLASS_PATH" \
  org.aeworkbench.Main "$@"
