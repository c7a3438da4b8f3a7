/** What runs through the log now: for whoever watches the evening. */
@NullMarked
package org.shuxiang.campaign.traffic;

import org.jspecify.annotations.NullMarked;
