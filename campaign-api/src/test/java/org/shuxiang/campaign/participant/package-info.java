/** The rules of joining, without Spring. */
@NullMarked
package org.shuxiang.campaign.participant;

import org.jspecify.annotations.NullMarked;
