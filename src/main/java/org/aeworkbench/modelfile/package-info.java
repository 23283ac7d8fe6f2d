/** What a trained model is, and its .aemodel file. */
@NullMarked
package org.aeworkbench.modelfile;

import org.jspecify.annotations.NullMarked;
