/** The events of campaign-api: campaigns, libraries, participations. */
@NullMarked
package org.shuxiang.contracts.campaign;

import org.jspecify.annotations.NullMarked;
