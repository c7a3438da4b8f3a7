package org.shuxiang.campaign.demo;

import java.time.Clock;
import org.shuxiang.campaign.draft.EditingDrafts;
import org.shuxiang.campaign.library.ImportingLibraries;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** With {@code shuxiang.demo=true}, an empty installation begins with something to try. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("shuxiang.demo")
class DemoConfiguration {

    @Bean
    @Order(1)
    ApplicationRunner demo(ImportingLibraries libraries, EditingDrafts drafts, Clock clock) {
        return arguments -> new Demo(libraries, drafts, clock).setUp();
    }
}
