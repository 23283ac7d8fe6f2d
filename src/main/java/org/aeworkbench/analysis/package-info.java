/** What numbers say about a model: baselines, PCA, error ranking, latent statistics. */
@NullMarked
package org.aeworkbench.analysis;

import org.jspecify.annotations.NullMarked;
