package org.shuxiang.campaign.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.platform.table.TableFormat;
import org.shuxiang.platform.table.Tables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Tables in and out. All of a file is checked before anything is written; a crash in the middle of the writing is mended
 * by importing the same file again.
 */
public final class ImportingLibraries {

    private final LibraryStore store;
    private final RegionDirectory regions;

    public ImportingLibraries(LibraryStore store, RegionDirectory regions) {
        this.store = store;
        this.regions = regions;
    }

    /**
     * What an import did, or would do.
     *
     * @param imported libraries that were not there before
     * @param updated libraries that were there and differ
     */
    public record Imported(int imported, int updated) {}

    /**
     * Imports a file.
     *
     * <p>Errors: {@link org.shuxiang.platform.table.TableRejectedException} naming every cell that is wrong.
     *
     * @param root the subtree that the file may change, or null for all
     * @param dryRun only checks and counts
     */
    public Mono<Imported> importFile(byte[] file, @Nullable String root, boolean dryRun) {
        return store.all()
                .collectMap(Library::code)
                .flatMap(
                        known -> Mono.fromCallable(() -> new LibraryTable(known, regions, root).read(Tables.read(file)))
                                .subscribeOn(Schedulers.boundedElastic())
                                .flatMap(libraries -> write(known, libraries, dryRun)));
    }

    /** @param root the subtree to export, or null for all */
    public Mono<byte[]> export(TableFormat format, @Nullable String root) {
        return store.all()
                .collectList()
                .map(all -> {
                    var tree = new LibraryTree(all);
                    return all.stream()
                            .filter(library -> root == null || tree.isWithin(library.code(), root))
                            .toList();
                })
                .publishOn(Schedulers.boundedElastic())
                .map(libraries -> Tables.write(format, "libraries", LibraryTable.HEADER, LibraryTable.rows(libraries)));
    }

    private Mono<Imported> write(Map<String, Library> known, List<Library> libraries, boolean dryRun) {
        List<Library> changed = libraries.stream()
                .filter(library -> !library.equals(known.get(library.code())))
                .toList();
        int updated = (int) changed.stream()
                .filter(library -> known.containsKey(library.code()))
                .count();
        var result = new Imported(changed.size() - updated, updated);
        return dryRun ? Mono.just(result) : store.saveAll(changed).thenReturn(result);
    }
}
