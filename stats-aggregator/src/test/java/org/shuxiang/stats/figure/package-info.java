/** Proves the law of the figures: neither order nor repetition changes them. */
@NullMarked
package org.shuxiang.stats.figure;

import org.jspecify.annotations.NullMarked;
