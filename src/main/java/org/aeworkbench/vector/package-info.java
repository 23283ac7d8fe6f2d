/**
 * The training engine: autoencoders compiled into kernels on the processor's vector units. Knows
 * the values of {@code model} and arrays of floats and bytes, and nothing else of the application.
 */
@NullMarked
package org.aeworkbench.vector;

import org.jspecify.annotations.NullMarked;
