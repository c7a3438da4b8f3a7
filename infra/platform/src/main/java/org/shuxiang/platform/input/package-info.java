/** Reading what a client sent, and saying exactly which field is wrong. */
@NullMarked
package org.shuxiang.platform.input;

import org.jspecify.annotations.NullMarked;
