/** What every event carries, and the one mapper that writes and reads events. */
@NullMarked
package org.shuxiang.contracts;

import org.jspecify.annotations.NullMarked;
