/** The boards that stats-aggregator publishes: shown, streamed and exported, to whom they may be. */
@NullMarked
package org.shuxiang.campaign.board;

import org.jspecify.annotations.NullMarked;
