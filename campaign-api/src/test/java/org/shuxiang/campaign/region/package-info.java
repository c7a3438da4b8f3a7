/** The chain of regions. */
@NullMarked
package org.shuxiang.campaign.region;

import org.jspecify.annotations.NullMarked;
