/** Proves that what cannot be applied waits and comes back. */
@NullMarked
package org.shuxiang.platform.log;

import org.jspecify.annotations.NullMarked;
