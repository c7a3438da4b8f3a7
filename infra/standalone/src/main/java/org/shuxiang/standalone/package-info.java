/** One JVM, one port: the broker, the database and every service, started and stopped together. */
@NullMarked
package org.shuxiang.standalone;

import org.jspecify.annotations.NullMarked;
