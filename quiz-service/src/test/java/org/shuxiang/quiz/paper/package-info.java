/** The rules of the feature, without Spring. */
@NullMarked
package org.shuxiang.quiz.paper;

import org.jspecify.annotations.NullMarked;
