/** Who may call what: tokens, cookies, and the one table of rules that each service declares. */
@NullMarked
package org.shuxiang.platform.access;

import org.jspecify.annotations.NullMarked;
