/** The lab's three autoencoders: their shapes, their DL4J definitions, encoder and decoder. */
@NullMarked
package org.aeworkbench.network;

import org.jspecify.annotations.NullMarked;
