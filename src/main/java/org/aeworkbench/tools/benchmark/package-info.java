/** Measures how quickly the backends train. */
@NullMarked
package org.aeworkbench.tools.benchmark;

import org.jspecify.annotations.NullMarked;
