/** Files of pictures, format by format, to pixels: thinned while they are read. */
@NullMarked
package org.aeworkbench.pictures.formats;

import org.jspecify.annotations.NullMarked;
