/** What counts as a visit, without Spring. */
@NullMarked
package org.shuxiang.campaign.visit;

import org.jspecify.annotations.NullMarked;
