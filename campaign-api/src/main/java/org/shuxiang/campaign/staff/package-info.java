/** Staff accounts: signing in, passwords, lockout, and who may see whose account. */
@NullMarked
package org.shuxiang.campaign.staff;

import org.jspecify.annotations.NullMarked;
