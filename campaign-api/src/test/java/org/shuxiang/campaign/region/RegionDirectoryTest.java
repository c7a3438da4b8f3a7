package org.shuxiang.campaign.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionDirectoryTest {

    private final RegionDirectory regions = RegionDirectory.load();

    @Test
    void hasADoorForEachProvince() {
        assertThat(regions.provinces()).hasSize(35);
        assertThat(regions.provinces())
                .filteredOn(province -> province.code().equals("660000"))
                .hasSize(1);
        assertThat(regions.children("440000")).extracting(Region::name).contains("深圳市");
    }

    @Test
    void takesChainsThatHold() {
        assertThat(regions.brokenLink("440000", null, null)).isEmpty();
        assertThat(regions.brokenLink("440000", "440300", null)).isEmpty();
        assertThat(regions.brokenLink("440000", "440300", "440305")).isEmpty();
        // a municipality's district and a county that its province administers itself have no city above them
        assertThat(regions.brokenLink("110000", null, "110105")).isEmpty();
        assertThat(regions.brokenLink("650000", null, "659001")).isEmpty();
        assertThat(regions.brokenLink("660000", null, null)).isEmpty();
    }

    @Test
    void namesTheLinkThatIsBroken() {
        assertThat(regions.brokenLink("440300", null, null)).contains("province");
        assertThat(regions.brokenLink("999999", null, null)).contains("province");
        assertThat(regions.brokenLink("430000", "440300", null)).contains("city");
        assertThat(regions.brokenLink("440000", "440305", null)).contains("city");
        assertThat(regions.brokenLink("440000", null, "440305")).contains("county");
        assertThat(regions.brokenLink("440000", "440100", "440305")).contains("county");
    }

    @Test
    void knowsWhatLiesIn() {
        assertThat(regions.isWithin("440305", "440000")).isTrue();
        assertThat(regions.isWithin("440305", "440305")).isTrue();
        assertThat(regions.isWithin("440000", "440305")).isFalse();
        assertThat(regions.isWithin("nowhere", "440000")).isFalse();
    }

    @Test
    void keepsItsFingerprintFromStartToStart() {
        assertThat(RegionDirectory.load().fingerprint()).isEqualTo(regions.fingerprint());
    }
}
