/** What staff did, and when. */
@NullMarked
package org.shuxiang.platform.audit;

import org.jspecify.annotations.NullMarked;
