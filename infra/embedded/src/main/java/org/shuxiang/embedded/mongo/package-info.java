/** One small server that speaks MongoDB's protocol inside this JVM, for the standalone program and for tests. */
@NullMarked
package org.shuxiang.embedded.mongo;

import org.jspecify.annotations.NullMarked;
