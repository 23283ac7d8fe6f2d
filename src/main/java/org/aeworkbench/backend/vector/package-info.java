/** The workbench's own engine as a backend. */
@NullMarked
package org.aeworkbench.backend.vector;

import org.jspecify.annotations.NullMarked;
