/** The published campaigns over HTTP. */
@NullMarked
package org.shuxiang.campaign.catalogue.web;

import org.jspecify.annotations.NullMarked;
