/** Which version of a bank was decided last, with the events that wait for the log. */
@NullMarked
package org.shuxiang.quiz.bank.mongo;

import org.jspecify.annotations.NullMarked;
