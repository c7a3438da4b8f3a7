package org.shuxiang.campaign.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shuxiang.contracts.Text;
import org.shuxiang.contracts.Window;
import org.shuxiang.contracts.campaign.CampaignDefinition;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignArchived;
import org.shuxiang.contracts.campaign.CampaignEvent.CampaignPublished;

class CampaignCatalogueTest {

    private static final Instant NOW = Instant.parse("2026-02-16T16:00:00Z");

    private final CampaignCatalogue catalogue = new CampaignCatalogue();

    @Test
    void isOpenFromTheFirstMomentToBeforeTheLast() {
        var window = new Window(NOW, NOW.plusSeconds(60));
        assertThat(CampaignState.ofPublished(window, NOW.minusMillis(1))).isEqualTo(CampaignState.PUBLISHED);
        assertThat(CampaignState.ofPublished(window, NOW)).isEqualTo(CampaignState.OPEN);
        assertThat(CampaignState.ofPublished(window, NOW.plusMillis(59_999))).isEqualTo(CampaignState.OPEN);
        assertThat(CampaignState.ofPublished(window, NOW.plusSeconds(60))).isEqualTo(CampaignState.CLOSED);
    }

    @Test
    void showsTheOpenOneElseTheNextElseTheLast() {
        assertThat(catalogue.current(NOW)).isEmpty();
        publish("long-over", -500, -400);
        publish("just-over", -300, -100);
        assertThat(currentId()).isEqualTo("just-over");
        publish("far-off", 500, 600);
        publish("next", 100, 200);
        assertThat(currentId()).isEqualTo("next");
        publish("open", -50, 50);
        publish("opened-later", -10, 40);
        assertThat(currentId()).isEqualTo("opened-later");
        assertThat(catalogue.newestFirst())
                .extracting(CampaignDefinition::id)
                .containsExactly("far-off", "next", "opened-later", "open", "just-over", "long-over");
        catalogue.apply("opened-later", new CampaignArchived("e", NOW, "opened-later"));
        assertThat(currentId()).isEqualTo("open");
        catalogue.apply("open", null);
        assertThat(currentId()).isEqualTo("next");
    }

    private String currentId() {
        return catalogue.current(NOW).map(CampaignDefinition::id).orElse("none");
    }

    private void publish(String id, int opensIn, int closesIn) {
        var text = new Text("文", "text");
        var definition = new CampaignDefinition(
                id, text, text, text, new Window(NOW.plusSeconds(opensIn), NOW.plusSeconds(closesIn)), List.of());
        catalogue.apply(id, new CampaignPublished("e-" + id, NOW, id, 1, definition));
    }
}
