/** Public libraries as a tree: staff rights are inherited down it and nowhere else. */
@NullMarked
package org.shuxiang.campaign.library;

import org.jspecify.annotations.NullMarked;
