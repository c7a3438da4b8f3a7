/** How far a regrade has come, for the organiser who watches it. */
@NullMarked
package org.shuxiang.quiz.regrade.web;

import org.jspecify.annotations.NullMarked;
