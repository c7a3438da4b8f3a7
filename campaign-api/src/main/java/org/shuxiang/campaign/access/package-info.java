/** Who may call which endpoint, and who a caller is. */
@NullMarked
package org.shuxiang.campaign.access;

import org.jspecify.annotations.NullMarked;
