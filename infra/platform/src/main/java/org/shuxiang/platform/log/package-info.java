/** The log of events: appending to it, following it, and what becomes of records that cannot be handled. */
@NullMarked
package org.shuxiang.platform.log;

import org.jspecify.annotations.NullMarked;
