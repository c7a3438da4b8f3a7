/** Proves that regrades come to an end, and say how they did. */
@NullMarked
package org.shuxiang.quiz.regrade;

import org.jspecify.annotations.NullMarked;
