package org.shuxiang.campaign.region;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the regions once. */
@Configuration(proxyBeanMethods = false)
class RegionConfiguration {

    @Bean
    RegionDirectory regionDirectory() {
        return RegionDirectory.load();
    }
}
