package org.shuxiang.campaign;

import org.shuxiang.platform.launch.ShuxiangService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** campaign-api: campaigns, regions and libraries, participants, staff and the pages. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CampaignApplication {

    public static final String NAME = "campaign-api";

    public static void main(String[] args) {
        ShuxiangService.run(CampaignApplication.class, NAME, args);
    }
}
