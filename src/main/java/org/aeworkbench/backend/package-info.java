/** What computes a training: backends that say what they can train, and train it. */
@NullMarked
package org.aeworkbench.backend;

import org.jspecify.annotations.NullMarked;
