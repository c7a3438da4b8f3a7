/** What each person adds to which figure: sums that can be taken back, in any order of the events. */
@NullMarked
package org.shuxiang.stats.figure;

import org.jspecify.annotations.NullMarked;
