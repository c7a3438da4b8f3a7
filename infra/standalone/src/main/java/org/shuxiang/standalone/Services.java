package org.shuxiang.standalone;

import java.util.List;

/** The services of this program; the one with the prefix {@code /} also answers for everything that is nobody's. */
final class Services {

    static final List<Service> ALL = List.of();

    private Services() {}
}
