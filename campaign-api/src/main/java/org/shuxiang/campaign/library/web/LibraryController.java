package org.shuxiang.campaign.library.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.access.StaffCaller;
import org.shuxiang.campaign.library.ImportingLibraries;
import org.shuxiang.campaign.library.ImportingLibraries.Imported;
import org.shuxiang.campaign.library.Library;
import org.shuxiang.campaign.library.LibraryDirectory;
import org.shuxiang.campaign.region.RegionDirectory;
import org.shuxiang.platform.audit.AuditLog;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.table.TableFormat;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists for everybody, tables for organisers. */
@RestController
class LibraryController {

    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate();

    private final LibraryDirectory libraries;
    private final RegionDirectory regions;
    private final ImportingLibraries importing;
    private final AuditLog audit;

    LibraryController(
            LibraryDirectory libraries, RegionDirectory regions, ImportingLibraries importing, AuditLog audit) {
        this.libraries = libraries;
        this.regions = regions;
        this.importing = importing;
        this.audit = audit;
    }

    @GetMapping("/api/campaign/libraries")
    ResponseEntity<List<Library>> libraries(@RequestParam @Nullable String region) {
        if (region != null && regions.find(region).isEmpty()) {
            throw ProblemException.invalid("region", "Unknown", region);
        }
        List<Library> found = libraries.all().stream()
                .filter(library -> region == null || regions.isWithin(library.region(), region))
                .toList();
        return ResponseEntity.ok().cacheControl(A_MINUTE).body(found);
    }

    @GetMapping("/api/campaign/libraries/export")
    Mono<ResponseEntity<byte[]>> export(
            @RequestParam(defaultValue = "xlsx") String format, @AuthenticationPrincipal Jwt token) {
        var caller = StaffCaller.of(token);
        TableFormat table = TableFormat.named(format);
        return importing
                .export(table, caller.library())
                .flatMap(file -> audit.record(caller.username(), "export-libraries", scope(caller), format)
                        .thenReturn(file))
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(table.mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("libraries." + table.extension())
                                        .build()
                                        .toString())
                        .body(file));
    }

    @PostMapping(path = "/api/campaign/libraries/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Imported> importFile(
            @RequestPart FilePart file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @AuthenticationPrincipal Jwt token) {
        var caller = StaffCaller.of(token);
        return DataBufferUtils.join(file.content())
                .map(LibraryController::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> importing.importFile(bytes, caller.library(), dryRun))
                .flatMap(done -> dryRun
                        ? Mono.just(done)
                        : audit.record(
                                        caller.username(),
                                        "import-libraries",
                                        scope(caller),
                                        "imported %d, updated %d".formatted(done.imported(), done.updated()))
                                .thenReturn(done));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static String scope(StaffCaller caller) {
        @Nullable String root = caller.library();
        return root == null ? "all" : root;
    }
}
