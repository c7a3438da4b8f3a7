/** Question banks: their versions, and the key of what was asked. */
@NullMarked
package org.shuxiang.quiz.bank;

import org.jspecify.annotations.NullMarked;
