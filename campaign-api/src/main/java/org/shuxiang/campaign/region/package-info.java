/** Provinces, cities and counties by GB/T 2260, read once and kept in memory. */
@NullMarked
package org.shuxiang.campaign.region;

import org.jspecify.annotations.NullMarked;
