/** The topology: persons to cells within a partition, cells to boards across them. */
@NullMarked
package org.shuxiang.stats.board.stream;

import org.jspecify.annotations.NullMarked;
