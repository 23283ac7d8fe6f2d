/** Checks a backend against trainings that another program computed and wrote into a file. */
@NullMarked
package org.aeworkbench.reference;

import org.jspecify.annotations.NullMarked;
