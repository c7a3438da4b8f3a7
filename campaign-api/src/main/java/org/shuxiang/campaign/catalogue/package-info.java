/** The published campaigns, in memory, as the pages show them. */
@NullMarked
package org.shuxiang.campaign.catalogue;

import org.jspecify.annotations.NullMarked;
