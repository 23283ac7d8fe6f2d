/** The window: menu, tabs, status bar, themes, start and end. */
@NullMarked
package org.aeworkbench.ui.shell;

import org.jspecify.annotations.NullMarked;
