/**
 * Journeys of the people who use the system: each walks through the whole standalone program, over HTTP or in a browser,
 * and looks at what a person would notice.
 */
@NullMarked
package org.shuxiang.acceptance;

import org.jspecify.annotations.NullMarked;
