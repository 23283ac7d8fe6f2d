/** What the features of the window share: the session, the newest-wins executor, digit images. */
@NullMarked
package org.aeworkbench.ui.common;

import org.jspecify.annotations.NullMarked;
