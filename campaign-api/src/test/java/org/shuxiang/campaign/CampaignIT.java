package org.shuxiang.campaign;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shuxiang.testsupport.ServersInitializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on a port of its own; all such tests share one context, so each uses names of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CampaignApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=platform,campaign-api",
            "spring.application.name=campaign-api",
            "shuxiang.demo=true",
            "shuxiang.topics.partitions=2",
            "shuxiang.campaign.challenge-max-number=500",
            "shuxiang.campaign.first-organiser-password=" + CampaignIT.FIRST_PASSWORD
        })
@ContextConfiguration(initializers = ServersInitializer.class)
@Import(CampaignTestConfiguration.class)
@AutoConfigureWebTestClient(timeout = "PT20S")
@interface CampaignIT {

    String FIRST_PASSWORD = "the-first-password";
}
