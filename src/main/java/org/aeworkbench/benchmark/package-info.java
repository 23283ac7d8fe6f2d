/** Measures how quickly the backends train. */
@NullMarked
package org.aeworkbench.benchmark;

import org.jspecify.annotations.NullMarked;
