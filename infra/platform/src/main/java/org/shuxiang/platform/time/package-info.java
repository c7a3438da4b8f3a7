/** The clock, as a bean, so that tests can turn it. */
@NullMarked
package org.shuxiang.platform.time;

import org.jspecify.annotations.NullMarked;
