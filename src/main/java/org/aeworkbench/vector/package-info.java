/**
 * The training engine: autoencoders compiled into kernels on the processor's vector units. Knows
 * arrays of floats and bytes, and nothing of the rest of the application.
 */
@NullMarked
package org.aeworkbench.vector;

import org.jspecify.annotations.NullMarked;
