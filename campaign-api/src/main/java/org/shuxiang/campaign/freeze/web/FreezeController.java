package org.shuxiang.campaign.freeze.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shuxiang.campaign.access.StaffCaller;
import org.shuxiang.campaign.freeze.Freezing;
import org.shuxiang.campaign.freeze.Freezing.Freeze;
import org.shuxiang.platform.audit.AuditLog;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The freeze of a campaign's public boards. */
@RestController
class FreezeController {

    private final Freezing freezing;
    private final AuditLog audit;

    FreezeController(Freezing freezing, AuditLog audit) {
        this.freezing = freezing;
        this.audit = audit;
    }

    /** @param from the moment, or null for now */
    record FreezeRequest(@Nullable Instant from) {}

    @GetMapping("/api/campaign/campaigns/{id}/freeze")
    Freeze freeze(@PathVariable String id) {
        return freezing.of(id);
    }

    @PutMapping("/api/campaign/campaigns/{id}/freeze")
    Mono<Freeze> freeze(
            @PathVariable String id, @RequestBody FreezeRequest request, @AuthenticationPrincipal Jwt token) {
        return freezing.freeze(id, request.from())
                .flatMap(freeze -> audit.record(
                                StaffCaller.of(token).username(), "freeze-boards", id, "from " + freeze.from())
                        .thenReturn(freeze));
    }

    @DeleteMapping("/api/campaign/campaigns/{id}/freeze")
    Mono<Freeze> thaw(@PathVariable String id, @AuthenticationPrincipal Jwt token) {
        return freezing.thaw(id)
                .flatMap(freeze -> audit.record(StaffCaller.of(token).username(), "thaw-boards", id, "")
                        .thenReturn(freeze));
    }
}
