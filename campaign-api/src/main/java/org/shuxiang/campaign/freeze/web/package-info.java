/** Freezing over HTTP. */
@NullMarked
package org.shuxiang.campaign.freeze.web;

import org.jspecify.annotations.NullMarked;
