/**
 * The same trainings in TensorFlow and libtorch, to measure against. Never part of the product.
 *
 * <p>{@code mvn -q -Ppeers test-compile exec:exec@peers} prints the table.
 */
@NullMarked
package org.aeworkbench.peers;

import org.jspecify.annotations.NullMarked;
