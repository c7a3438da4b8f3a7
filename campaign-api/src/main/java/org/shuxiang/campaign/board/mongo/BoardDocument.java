package org.shuxiang.campaign.board.mongo;

import org.springframework.data.annotation.Id;

/**
 * A board.
 *
 * @param id its key
 * @param event the newest of it, as it stands in the log
 */
record BoardDocument(@Id String id, byte[] event) {}
