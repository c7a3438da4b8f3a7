/** The accounts as documents. */
@NullMarked
package org.shuxiang.campaign.staff.mongo;

import org.jspecify.annotations.NullMarked;
