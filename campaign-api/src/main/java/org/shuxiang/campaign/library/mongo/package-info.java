/** The libraries as documents, with the events that wait to be published. */
@NullMarked
package org.shuxiang.campaign.library.mongo;

import org.jspecify.annotations.NullMarked;
