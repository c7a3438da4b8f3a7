package org.shuxiang.stats;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.shuxiang.testsupport.architecture.FeatureRules;

/** How the service is built. */
@AnalyzeClasses(packages = "org.shuxiang.stats", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final FeatureRules RULES = new FeatureRules("org.shuxiang.stats");
    private static final String[] WITH_A_CORE = {"figure", "board"};

    @ArchTest
    static final ArchRule CORES_ARE_FREE_OF_SPRING = RULES.coresAreFreeOfSpring(WITH_A_CORE);

    @ArchTest
    static final ArchRule CORES_DO_NOT_KNOW_THEIR_ADAPTERS = RULES.coresDoNotKnowTheirAdapters(WITH_A_CORE);

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = RULES.featuresHaveNoCycles();
}
