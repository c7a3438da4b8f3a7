/** A broker and a database for tests, one of each per JVM, and a probe that reads what was published. */
@NullMarked
package org.shuxiang.testsupport;

import org.jspecify.annotations.NullMarked;
