package org.shuxiang.campaign.region;

import java.time.Duration;
import java.util.List;
import org.shuxiang.platform.problem.ProblemException;
import org.shuxiang.platform.problem.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Regions change once a year: browsers may keep them for a day, and ask again cheaply. */
@RestController
class RegionController {

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    private final RegionDirectory regions;
    private final String version;

    RegionController(RegionDirectory regions) {
        this.regions = regions;
        this.version = "\"regions-" + Integer.toHexString(regions.fingerprint()) + "\"";
    }

    @GetMapping("/api/campaign/regions/provinces")
    ResponseEntity<List<Province>> provinces() {
        return answer(regions.provinces());
    }

    @GetMapping("/api/campaign/regions/{code}/children")
    ResponseEntity<List<Child>> children(@PathVariable String code) {
        if (regions.find(code).isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return answer(regions.children(code).stream()
                .map(region -> new Child(region.code(), region.name(), region.level()))
                .toList());
    }

    record Child(String code, String name, RegionLevel level) {}

    private <T> ResponseEntity<T> answer(T body) {
        // Spring compares If-None-Match with the tag and answers 304 by itself
        return ResponseEntity.ok().eTag(version).cacheControl(A_DAY).body(body);
    }
}
