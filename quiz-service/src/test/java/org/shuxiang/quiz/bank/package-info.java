/** The rules of the feature, without Spring. */
@NullMarked
package org.shuxiang.quiz.bank;

import org.jspecify.annotations.NullMarked;
