/** The views of attempts. */
@NullMarked
package org.shuxiang.quiz.attempt.mongo;

import org.jspecify.annotations.NullMarked;
