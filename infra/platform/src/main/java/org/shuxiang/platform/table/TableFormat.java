package org.shuxiang.platform.table;

import java.util.Locale;
import org.shuxiang.platform.problem.ProblemException;

/** The kinds of files that spreadsheets write. */
public enum TableFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    CSV("text/csv;charset=UTF-8", "csv");

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /**
     * The one that a request's parameter {@code format} names by its extension.
     *
     * @throws ProblemException naming that parameter, when it names none
     */
    public static TableFormat named(String extension) {
        for (TableFormat format : values()) {
            if (format.extension.equals(extension.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw ProblemException.invalid("format", "Unknown", extension);
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
