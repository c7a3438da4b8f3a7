@NullMarked
package org.shuxiang.stats.board;

import org.jspecify.annotations.NullMarked;
