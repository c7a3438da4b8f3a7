/** The rules of the tree and the table of libraries. */
@NullMarked
package org.shuxiang.campaign.library;

import org.jspecify.annotations.NullMarked;
