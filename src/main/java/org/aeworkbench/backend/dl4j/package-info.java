/** Deeplearning4j: the reference backend, definitions in its stock layers, its native libraries. */
@NullMarked
package org.aeworkbench.backend.dl4j;

import org.jspecify.annotations.NullMarked;
