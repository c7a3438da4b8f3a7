/** Hashing passwords, away from the threads that serve requests. */
@NullMarked
package org.shuxiang.campaign.staff.password;

import org.jspecify.annotations.NullMarked;
