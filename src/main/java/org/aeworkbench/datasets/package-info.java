/** Images to learn from: the bundled MNIST, IDX files, an epoch's order. */
@NullMarked
package org.aeworkbench.datasets;

import org.jspecify.annotations.NullMarked;
