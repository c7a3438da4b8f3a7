/** New Year's Eve: everybody arrives within minutes. And the same sheets handed in to other designs, in turn. */
@NullMarked
package org.shuxiang.load.eve;

import org.jspecify.annotations.NullMarked;
