/** Work beside the window: newest wins, rests, threads. */
@NullMarked
package org.aeworkbench.app.work;

import org.jspecify.annotations.NullMarked;
