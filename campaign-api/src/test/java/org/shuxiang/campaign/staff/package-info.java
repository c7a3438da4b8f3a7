/** The lockout. */
@NullMarked
package org.shuxiang.campaign.staff;

import org.jspecify.annotations.NullMarked;
