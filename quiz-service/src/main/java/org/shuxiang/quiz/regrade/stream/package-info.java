/** When regrades run, and how they know that the grader has caught up. */
@NullMarked
package org.shuxiang.quiz.regrade.stream;

import org.jspecify.annotations.NullMarked;
