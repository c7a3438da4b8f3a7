package org.shuxiang.campaign.library;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents of the libraries. */
public interface LibraryStore {

    Flux<Library> all();

    /** Stores each with its event, and publishes them; a library that fails keeps its event for later. */
    Mono<Void> saveAll(List<Library> libraries);
}
