/** Networks put together layer by layer. */
@NullMarked
package org.aeworkbench.ui.builder;

import org.jspecify.annotations.NullMarked;
