/** Joining a campaign: the proof of work, the nickname, the facts that go into the log, being forgotten. */
@NullMarked
package org.shuxiang.campaign.participant;

import org.jspecify.annotations.NullMarked;
