/** The drafts as documents, with the events that wait to be published. */
@NullMarked
package org.shuxiang.campaign.draft.mongo;

import org.jspecify.annotations.NullMarked;
