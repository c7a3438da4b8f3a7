/** The service itself: its main, and what its features share. */
@NullMarked
package org.shuxiang.campaign;

import org.jspecify.annotations.NullMarked;
