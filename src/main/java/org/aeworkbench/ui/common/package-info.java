/** What the features of the window share: the session, digit images, fields, dialogs. */
@NullMarked
package org.aeworkbench.ui.common;

import org.jspecify.annotations.NullMarked;
