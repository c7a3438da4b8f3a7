/** Proves that what waits in a document gets into the log, in order. */
@NullMarked
package org.shuxiang.platform.outbox;

import org.jspecify.annotations.NullMarked;
