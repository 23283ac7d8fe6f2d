/** The Pictures tab: the user's own pictures through the network. */
@NullMarked
package org.aeworkbench.ui.pictures;

import org.jspecify.annotations.NullMarked;
