/** The published contract: golden samples, and what a token says of a participant. */
@NullMarked
package org.shuxiang.contracts;

import org.jspecify.annotations.NullMarked;
