/** The service that turns the log into figures and boards. */
@NullMarked
package org.shuxiang.stats;

import org.jspecify.annotations.NullMarked;
