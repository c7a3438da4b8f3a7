/** Starts the program as a person does, in a process of its own. */
@NullMarked
package org.shuxiang.standalone;

import org.jspecify.annotations.NullMarked;
