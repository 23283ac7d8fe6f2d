/** What can go wrong for a user, said in one line with its remedy. */
@NullMarked
package org.aeworkbench.problem;

import org.jspecify.annotations.NullMarked;
