/** What is dropped or pasted: pictures and models from files, browsers and other programs. */
@NullMarked
package org.aeworkbench.ui.incoming;

import org.jspecify.annotations.NullMarked;
