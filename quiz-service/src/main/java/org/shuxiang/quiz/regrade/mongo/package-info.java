/** How far regrades have come. */
@NullMarked
package org.shuxiang.quiz.regrade.mongo;

import org.jspecify.annotations.NullMarked;
