/** The Training tab: live losses and their reference lines. */
@NullMarked
package org.aeworkbench.ui.training;

import org.jspecify.annotations.NullMarked;
