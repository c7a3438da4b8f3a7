/** Attempts: which of the sheets count, and what they score. */
@NullMarked
package org.shuxiang.quiz.attempt;

import org.jspecify.annotations.NullMarked;
