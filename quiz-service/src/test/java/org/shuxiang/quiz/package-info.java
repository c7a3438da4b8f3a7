/** What the quiz service promises. */
@NullMarked
package org.shuxiang.quiz;

import org.jspecify.annotations.NullMarked;
