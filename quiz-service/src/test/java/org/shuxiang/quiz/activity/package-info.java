/** The activities of the tests. */
@NullMarked
package org.shuxiang.quiz.activity;

import org.jspecify.annotations.NullMarked;
