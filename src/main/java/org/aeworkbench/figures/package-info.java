/** Pictures out of results. */
@NullMarked
package org.aeworkbench.figures;

import org.jspecify.annotations.NullMarked;
