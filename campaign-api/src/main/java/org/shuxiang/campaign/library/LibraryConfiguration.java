package org.shuxiang.campaign.library;

import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.contracts.campaign.CampaignTopics;
import org.shuxiang.contracts.campaign.LibraryRegistered;
import org.shuxiang.platform.log.TopicReplica;
import org.shuxiang.platform.log.TopicReplicas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class LibraryConfiguration {

    @Bean
    LibraryDirectory libraryDirectory() {
        return new LibraryDirectory();
    }

    @Bean
    TopicReplica<LibraryRegistered> librariesReplica(TopicReplicas replicas, LibraryDirectory directory) {
        return replicas.follow(CampaignTopics.LIBRARIES, directory::apply);
    }

    @Bean
    ImportingLibraries importingLibraries(LibraryStore store, RegionDirectory regions) {
        return new ImportingLibraries(store, regions);
    }
}
