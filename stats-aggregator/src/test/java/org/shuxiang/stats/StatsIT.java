package org.shuxiang.stats;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shuxiang.testsupport.ServersInitializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** The stats aggregator on a free port, with a real broker. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = StatsApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=platform,stats-aggregator",
            "spring.application.name=stats-aggregator",
            "shuxiang.topics.partitions=3",
            "shuxiang.stats.state-folder=target/stats-state/${random.uuid}"
        })
@ContextConfiguration(initializers = ServersInitializer.class)
@interface StatsIT {}
