/** Every error that leaves a service: RFC 9457 problem details in two languages. */
@NullMarked
package org.shuxiang.platform.problem;

import org.jspecify.annotations.NullMarked;
