/** Proves that tables come back as they were written, and that no file brings the service down. */
@NullMarked
package org.shuxiang.platform.table;

import org.jspecify.annotations.NullMarked;
