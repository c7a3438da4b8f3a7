/** Events of a document, kept inside it until they are in the log. */
@NullMarked
package org.shuxiang.platform.outbox;

import org.jspecify.annotations.NullMarked;
