/** A campaign to try out: libraries, and a New Year's quiz that is open now. */
@NullMarked
package org.shuxiang.campaign.demo;

import org.jspecify.annotations.NullMarked;
