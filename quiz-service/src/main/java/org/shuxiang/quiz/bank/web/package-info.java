/** Question banks for organisers: lists, tables in and out, corrections. */
@NullMarked
package org.shuxiang.quiz.bank.web;

import org.jspecify.annotations.NullMarked;
