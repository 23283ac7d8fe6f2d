/**
 * What a training is, as values: image shape, layers, network, objective, optimizer. Checked when
 * they are made; no engine, no file and no window is known here.
 */
@NullMarked
package org.aeworkbench.model;

import org.jspecify.annotations.NullMarked;
