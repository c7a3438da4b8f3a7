/** Boards over HTTP, and as server-sent events. */
@NullMarked
package org.shuxiang.campaign.board.web;

import org.jspecify.annotations.NullMarked;
