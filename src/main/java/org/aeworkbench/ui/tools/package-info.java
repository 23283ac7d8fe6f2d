/** What drives the window from outside: the tour, and how fluent the window is. */
@NullMarked
package org.aeworkbench.ui.tools;

import org.jspecify.annotations.NullMarked;
