/** Training plans, the training loop and its two backends, what a run leaves behind. */
@NullMarked
package org.aeworkbench.training;

import org.jspecify.annotations.NullMarked;
