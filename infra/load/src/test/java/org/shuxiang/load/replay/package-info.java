@NullMarked
package org.shuxiang.load.replay;

import org.jspecify.annotations.NullMarked;
