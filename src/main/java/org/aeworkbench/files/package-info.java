/** Writing files so that there is never half of one. */
@NullMarked
package org.aeworkbench.files;

import org.jspecify.annotations.NullMarked;
