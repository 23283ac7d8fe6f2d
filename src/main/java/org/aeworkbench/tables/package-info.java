/**
 * Tables of numbers in every dialect of CSV: encoding, separator, header, comments, decimal comma.
 */
@NullMarked
package org.aeworkbench.tables;

import org.jspecify.annotations.NullMarked;
