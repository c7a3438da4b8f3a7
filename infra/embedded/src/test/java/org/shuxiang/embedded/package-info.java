/** What the tests of both servers share: another JVM that dies in the middle of its work. */
@NullMarked
package org.shuxiang.embedded;

import org.jspecify.annotations.NullMarked;
