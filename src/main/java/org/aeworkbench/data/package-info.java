/** Images: the bundled MNIST, IDX files, an epoch's order, any picture in the style of MNIST. */
@NullMarked
package org.aeworkbench.data;

import org.jspecify.annotations.NullMarked;
