/** How a service starts: alone in its own JVM, or beside others in one. */
@NullMarked
package org.shuxiang.platform.launch;

import org.jspecify.annotations.NullMarked;
