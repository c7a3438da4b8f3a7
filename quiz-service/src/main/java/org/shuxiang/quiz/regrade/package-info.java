/** Following a corrected key through: the attempts that were graded by the old one are graded again. */
@NullMarked
package org.shuxiang.quiz.regrade;

import org.jspecify.annotations.NullMarked;
