/** campaign-api as its users meet it: over HTTP, with a real broker and database. */
@NullMarked
package org.shuxiang.campaign;

import org.jspecify.annotations.NullMarked;
