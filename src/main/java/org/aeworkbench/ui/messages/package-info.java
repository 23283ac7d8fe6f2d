/** What the window says: lines that fade, lines that stay, what went wrong in one of them. */
@NullMarked
package org.aeworkbench.ui.messages;

import org.jspecify.annotations.NullMarked;
