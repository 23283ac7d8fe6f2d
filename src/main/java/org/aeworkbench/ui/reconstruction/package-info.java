/** The Reconstructions tab: originals, reconstructions and errors side by side. */
@NullMarked
package org.aeworkbench.ui.reconstruction;

import org.jspecify.annotations.NullMarked;
