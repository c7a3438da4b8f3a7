@NullMarked
package org.shuxiang.campaign.board;

import org.jspecify.annotations.NullMarked;
