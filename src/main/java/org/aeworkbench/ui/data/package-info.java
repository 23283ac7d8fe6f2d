/** The data that is shown and trained on, and whether the model has learned it. */
@NullMarked
package org.aeworkbench.ui.data;

import org.jspecify.annotations.NullMarked;
