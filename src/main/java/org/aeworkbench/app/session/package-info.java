/**
 * What a session holds and what is kept of it: the live model, models nobody saved, preferences.
 */
@NullMarked
package org.aeworkbench.app.session;

import org.jspecify.annotations.NullMarked;
