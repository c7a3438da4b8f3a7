/** The drafts over HTTP, for organisers. */
@NullMarked
package org.shuxiang.campaign.draft.web;

import org.jspecify.annotations.NullMarked;
