/** Traffic over HTTP. */
@NullMarked
package org.shuxiang.campaign.traffic.web;

import org.jspecify.annotations.NullMarked;
