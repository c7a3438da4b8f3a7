/** Which pages were opened: appended for the figures, and nothing kept here. */
@NullMarked
package org.shuxiang.campaign.visit;

import org.jspecify.annotations.NullMarked;
