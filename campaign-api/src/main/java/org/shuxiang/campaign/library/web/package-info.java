/** The libraries over HTTP: lists, import and export. */
@NullMarked
package org.shuxiang.campaign.library.web;

import org.jspecify.annotations.NullMarked;
