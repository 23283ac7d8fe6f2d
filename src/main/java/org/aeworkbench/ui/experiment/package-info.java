/** The panel on the left: architecture, code size, plan, Train · Pause · Stop. */
@NullMarked
package org.aeworkbench.ui.experiment;

import org.jspecify.annotations.NullMarked;
