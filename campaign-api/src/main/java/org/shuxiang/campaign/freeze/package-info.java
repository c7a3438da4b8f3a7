/** Whether the public boards of a campaign stand still: said here, kept where public boards are made. */
@NullMarked
package org.shuxiang.campaign.freeze;

import org.jspecify.annotations.NullMarked;
