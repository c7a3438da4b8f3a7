/** The rules of drafts, without Spring. */
@NullMarked
package org.shuxiang.campaign.draft;

import org.jspecify.annotations.NullMarked;
