/** The Latent tab: sliders that drive the decoder. */
@NullMarked
package org.aeworkbench.ui.latent;

import org.jspecify.annotations.NullMarked;
