/** What the log says of participants, on its way into the view. */
@NullMarked
package org.shuxiang.campaign.participant.stream;

import org.jspecify.annotations.NullMarked;
