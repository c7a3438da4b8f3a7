package org.shuxiang.campaign.participant.mongo;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A nickname.
 *
 * @param id of the participant
 * @param nickname as in the log, encrypted
 */
@Document("nicknames")
record NicknameDocument(@Id String id, String nickname) {}
