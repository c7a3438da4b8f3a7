/** The quiz service: question banks, papers, answer sheets, grading. */
@NullMarked
package org.shuxiang.quiz;

import org.jspecify.annotations.NullMarked;
