/** Staff sessions and accounts over HTTP. */
@NullMarked
package org.shuxiang.campaign.staff.web;

import org.jspecify.annotations.NullMarked;
