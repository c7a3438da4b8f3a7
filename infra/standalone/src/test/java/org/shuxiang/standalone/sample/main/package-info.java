/** A service that is small enough for a test. */
@NullMarked
package org.shuxiang.standalone.sample.main;

import org.jspecify.annotations.NullMarked;
