package org.shuxiang.campaign.traffic;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class TrafficConfiguration {

    @Bean
    WatchingTraffic watchingTraffic(Admin kafkaAdminClient, MeterRegistry meters, Clock clock) {
        return new WatchingTraffic(kafkaAdminClient, meters, clock);
    }
}
