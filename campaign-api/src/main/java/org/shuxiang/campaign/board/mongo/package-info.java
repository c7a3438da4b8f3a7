/** The newest of each board. */
@NullMarked
package org.shuxiang.campaign.board.mongo;

import org.jspecify.annotations.NullMarked;
