/** The command line: one class per command. */
@NullMarked
package org.aeworkbench.cli;

import org.jspecify.annotations.NullMarked;
