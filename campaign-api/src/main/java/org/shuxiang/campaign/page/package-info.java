/** The pages' files: which address shows which page, what browsers may keep, what a page may load. */
@NullMarked
package org.shuxiang.campaign.page;

import org.jspecify.annotations.NullMarked;
