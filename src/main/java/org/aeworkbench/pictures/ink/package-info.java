/** Finds paper, ink and digits in a picture. */
@NullMarked
package org.aeworkbench.pictures.ink;

import org.jspecify.annotations.NullMarked;
