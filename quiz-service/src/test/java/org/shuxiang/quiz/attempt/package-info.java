/** The rules of the feature, without Spring. */
@NullMarked
package org.shuxiang.quiz.attempt;

import org.jspecify.annotations.NullMarked;
