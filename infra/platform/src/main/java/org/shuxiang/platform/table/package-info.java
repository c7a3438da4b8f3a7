/** Tables that people edit in a spreadsheet: XLSX and CSV, in and out, with errors per cell. */
@NullMarked
package org.shuxiang.platform.table;

import org.jspecify.annotations.NullMarked;
