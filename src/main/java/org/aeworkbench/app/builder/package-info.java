/** Putting a network together, free of JavaFX: what may follow, mends, presets of one's own. */
@NullMarked
package org.aeworkbench.app.builder;

import org.jspecify.annotations.NullMarked;
