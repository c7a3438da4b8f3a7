package org.shuxiang.campaign.region;

/** The rank of an administrative division. */
public enum RegionLevel {
    PROVINCE,
    CITY,
    COUNTY
}
