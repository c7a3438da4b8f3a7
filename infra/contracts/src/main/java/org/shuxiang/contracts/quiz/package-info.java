/** The events of quiz-service: question banks, answer sheets, attempts. */
@NullMarked
package org.shuxiang.contracts.quiz;

import org.jspecify.annotations.NullMarked;
