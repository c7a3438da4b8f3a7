/** Endpoints that every service has for those who run it: dead letters and the audit log. */
@NullMarked
package org.shuxiang.platform.operation;

import org.jspecify.annotations.NullMarked;
