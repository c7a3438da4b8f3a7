/** How a service is built: the same rules for all of them. */
@NullMarked
package org.shuxiang.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
