package org.shuxiang.contracts.campaign;

/** The rank of a public library, by the government that keeps it. */
public enum LibraryLevel {
    NATIONAL,
    PROVINCIAL,
    CITY,
    COUNTY
}
