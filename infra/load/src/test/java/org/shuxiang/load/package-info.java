@NullMarked
package org.shuxiang.load;

import org.jspecify.annotations.NullMarked;
