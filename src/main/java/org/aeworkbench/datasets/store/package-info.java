/** Data sets in files of the cache: written once, then mapped. */
@NullMarked
package org.aeworkbench.datasets.store;

import org.jspecify.annotations.NullMarked;
