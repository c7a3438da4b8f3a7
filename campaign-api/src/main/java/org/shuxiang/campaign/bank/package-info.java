/** What an organiser has to know of the question banks: which there are, and how many questions of which kind. */
@NullMarked
package org.shuxiang.campaign.bank;

import org.jspecify.annotations.NullMarked;
