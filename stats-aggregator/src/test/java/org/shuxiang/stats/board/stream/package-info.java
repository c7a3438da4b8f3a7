/** Proves the figures and the boards of the whole topology. */
@NullMarked
package org.shuxiang.stats.board.stream;

import org.jspecify.annotations.NullMarked;
