package org.shuxiang.testsupport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Integration tests notice a thread that blocks and must not: without this they would pass as well when none looked. */
class NonBlockingIT {

    @Test
    void failsWhereAThreadBlocksThatMustNot() {
        Mono<Void> blocking = Mono.fromRunnable(
                () -> Mono.delay(Duration.ofMillis(200)).toFuture().join());

        assertThatThrownBy(() -> blocking.subscribeOn(Schedulers.parallel()).block(Duration.ofSeconds(10)))
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }
}
