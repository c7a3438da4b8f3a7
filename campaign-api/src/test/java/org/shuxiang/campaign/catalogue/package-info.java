/** The state machine and the campaign of the home page. */
@NullMarked
package org.shuxiang.campaign.catalogue;

import org.jspecify.annotations.NullMarked;
