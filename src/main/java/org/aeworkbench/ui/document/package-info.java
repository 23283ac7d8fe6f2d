/** The model as a document: opened, saved, kept safe until it is. */
@NullMarked
package org.aeworkbench.ui.document;

import org.jspecify.annotations.NullMarked;
