/** What data sets are read from: folders, archives, tables and arrays, image after image. */
@NullMarked
package org.aeworkbench.imports.source;

import org.jspecify.annotations.NullMarked;
