/** Writing files so that there is never half of one, and where a user's are kept. */
@NullMarked
package org.aeworkbench.files;

import org.jspecify.annotations.NullMarked;
