/** A whole campaign goes through the aggregation again. */
@NullMarked
package org.shuxiang.load.replay;

import org.jspecify.annotations.NullMarked;
