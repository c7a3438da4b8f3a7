/** Papers: derived, never stored; signed, so that they can be handed in. */
@NullMarked
package org.shuxiang.quiz.paper;

import org.jspecify.annotations.NullMarked;
