/** Proves the servers, the isolation between contexts and the probe. */
@NullMarked
package org.shuxiang.testsupport;

import org.jspecify.annotations.NullMarked;
