/** Visits over HTTP, as the pages report them. */
@NullMarked
package org.shuxiang.campaign.visit.web;

import org.jspecify.annotations.NullMarked;
