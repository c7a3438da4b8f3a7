/** Other ways to take an answer sheet, to compare with. */
@NullMarked
package org.shuxiang.load.rival;

import org.jspecify.annotations.NullMarked;
