/** Proves the service as a whole. */
@NullMarked
package org.shuxiang.stats;

import org.jspecify.annotations.NullMarked;
