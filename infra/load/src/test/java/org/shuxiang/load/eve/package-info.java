@NullMarked
package org.shuxiang.load.eve;

import org.jspecify.annotations.NullMarked;
