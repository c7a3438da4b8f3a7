/** How documents are stored: the same in every service. */
@NullMarked
package org.shuxiang.platform.document;

import org.jspecify.annotations.NullMarked;
