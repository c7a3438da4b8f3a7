/** Handing out papers and taking in answer sheets: the hot path. */
@NullMarked
package org.shuxiang.quiz.paper.web;

import org.jspecify.annotations.NullMarked;
