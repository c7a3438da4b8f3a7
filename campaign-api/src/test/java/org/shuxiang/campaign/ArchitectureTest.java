package org.shuxiang.campaign;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.shuxiang.testsupport.architecture.FeatureRules;

/** How the service is built. */
@AnalyzeClasses(packages = "org.shuxiang.campaign", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final FeatureRules RULES = new FeatureRules("org.shuxiang.campaign");
    private static final String[] WITH_A_CORE = {
        "library", "catalogue", "draft", "participant", "staff", "visit", "freeze", "board", "traffic"
    };

    @ArchTest
    static final ArchRule CORES_ARE_FREE_OF_SPRING = RULES.coresAreFreeOfSpring(WITH_A_CORE);

    @ArchTest
    static final ArchRule CORES_DO_NOT_KNOW_THEIR_ADAPTERS = RULES.coresDoNotKnowTheirAdapters(WITH_A_CORE);

    @ArchTest
    static final ArchRule WEB_DOES_NOT_USE_OTHER_ADAPTERS = RULES.doesNotUseOtherAdapters("web");

    @ArchTest
    static final ArchRule MONGO_DOES_NOT_USE_OTHER_ADAPTERS = RULES.doesNotUseOtherAdapters("mongo");

    @ArchTest
    static final ArchRule STREAMS_DO_NOT_USE_OTHER_ADAPTERS = RULES.doesNotUseOtherAdapters("stream");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = RULES.featuresHaveNoCycles();

    @ArchTest
    static final ArchRule DOCUMENTS_STAY_IN_THEIR_ADAPTER = RULES.documentsStayInTheirAdapter();
}
