/** Joining over HTTP, without a database. */
@NullMarked
package org.shuxiang.campaign.participant.web;

import org.jspecify.annotations.NullMarked;
