/** One training as a job: its thread, its letter box, how far it is, its losses. */
@NullMarked
package org.aeworkbench.app.job;

import org.jspecify.annotations.NullMarked;
