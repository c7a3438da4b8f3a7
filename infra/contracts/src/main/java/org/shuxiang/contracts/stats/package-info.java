/** The published figures of a campaign: boards, and what they count. */
@NullMarked
package org.shuxiang.contracts.stats;

import org.jspecify.annotations.NullMarked;
