/** The benches: each starts what it measures in JVMs of its own, puts load on it, and checks that the figures are right. */
@NullMarked
package org.shuxiang.load;

import org.jspecify.annotations.NullMarked;
