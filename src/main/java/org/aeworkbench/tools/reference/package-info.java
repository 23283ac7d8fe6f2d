/** Checks a backend against trainings that another program computed and wrote into a file. */
@NullMarked
package org.aeworkbench.tools.reference;

import org.jspecify.annotations.NullMarked;
