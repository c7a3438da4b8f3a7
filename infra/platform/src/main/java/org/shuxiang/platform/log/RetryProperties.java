package org.shuxiang.platform.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a record is tried before it goes to the dead letters. (While the database or the broker is away, it is tried
 * for as long as that lasts.)
 *
 * @param failed a record whose handling fails
 * @param notYetKnown a record that refers to something which this instance has not read yet
 */
@ConfigurationProperties("shuxiang.retry")
record RetryProperties(
        @DefaultValue("3s") Duration failed,
        @DefaultValue("30s") Duration notYetKnown) {}
