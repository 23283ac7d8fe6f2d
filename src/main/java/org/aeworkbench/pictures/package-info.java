/** Any picture: read, made small, turned into a digit in the style of MNIST. */
@NullMarked
package org.aeworkbench.pictures;

import org.jspecify.annotations.NullMarked;
