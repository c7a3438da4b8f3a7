/** The quizzes of the published campaigns: this service's small copy of what campaign-api publishes. */
@NullMarked
package org.shuxiang.quiz.activity;

import org.jspecify.annotations.NullMarked;
