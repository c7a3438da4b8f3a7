/** Setting up a campaign: drafts, what is wrong with them, publication, clones, archival. */
@NullMarked
package org.shuxiang.campaign.draft;

import org.jspecify.annotations.NullMarked;
