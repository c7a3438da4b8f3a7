/** A service that is small enough for a test. */
@NullMarked
package org.shuxiang.standalone.sample.quiz;

import org.jspecify.annotations.NullMarked;
