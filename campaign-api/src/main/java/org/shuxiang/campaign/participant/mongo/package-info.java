/** The view of the participants. */
@NullMarked
package org.shuxiang.campaign.participant.mongo;

import org.jspecify.annotations.NullMarked;
