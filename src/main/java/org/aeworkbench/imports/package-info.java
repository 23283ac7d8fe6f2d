/** Data of others made a data set of the cache: what it is, how it is converted, its import. */
@NullMarked
package org.aeworkbench.imports;

import org.jspecify.annotations.NullMarked;
