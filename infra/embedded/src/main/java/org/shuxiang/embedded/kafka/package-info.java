/** One Kafka broker inside this JVM, for the standalone program and for tests. */
@NullMarked
package org.shuxiang.embedded.kafka;

import org.jspecify.annotations.NullMarked;
