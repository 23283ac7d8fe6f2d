/** Images: the bundled MNIST, IDX files, the order in which an epoch sees them. */
@NullMarked
package org.aeworkbench.data;

import org.jspecify.annotations.NullMarked;
