/** Pixels as arrays, and the standard operations on them; knows nothing of digits. */
@NullMarked
package org.aeworkbench.pictures.raster;

import org.jspecify.annotations.NullMarked;
