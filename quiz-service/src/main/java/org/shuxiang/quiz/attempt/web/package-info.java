/** What a participant sees of their attempts. */
@NullMarked
package org.shuxiang.quiz.attempt.web;

import org.jspecify.annotations.NullMarked;
