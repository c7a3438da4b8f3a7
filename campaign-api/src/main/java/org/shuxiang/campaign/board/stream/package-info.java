/** Boards on their way into the store and to whoever listens. */
@NullMarked
package org.shuxiang.campaign.board.stream;

import org.jspecify.annotations.NullMarked;
