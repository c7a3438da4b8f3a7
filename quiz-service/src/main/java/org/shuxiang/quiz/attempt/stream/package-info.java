/** From answer sheets in the log to attempts in the log. */
@NullMarked
package org.shuxiang.quiz.attempt.stream;

import org.jspecify.annotations.NullMarked;
