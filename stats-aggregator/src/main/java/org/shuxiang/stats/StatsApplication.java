package org.shuxiang.stats;

import org.shuxiang.platform.launch.ShuxiangService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The stats aggregator. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StatsApplication {

    public static final String NAME = "stats-aggregator";

    public static void main(String[] args) {
        ShuxiangService.run(StatsApplication.class, NAME, args);
    }
}
