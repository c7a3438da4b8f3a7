package org.shuxiang.campaign.draft;

import java.time.Clock;
import org.shuxiang.campaign.bank.BankCatalogue;
import org.shuxiang.campaign.region.RegionDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    DraftValidation draftValidation(RegionDirectory regions, BankCatalogue banks) {
        return new DraftValidation(regions, banks);
    }

    @Bean
    EditingDrafts editingDrafts(DraftStore store, DraftValidation validation, Clock clock) {
        return new EditingDrafts(store, validation, clock);
    }
}
