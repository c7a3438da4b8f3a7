/** Boards: the parts that each partition knows, put together in an order that nothing is left to chance in. */
@NullMarked
package org.shuxiang.stats.board;

import org.jspecify.annotations.NullMarked;
