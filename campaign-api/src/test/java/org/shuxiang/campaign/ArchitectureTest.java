package org.shuxiang.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How the service is built; each rule was seen to fail once. */
@AnalyzeClasses(packages = "org.shuxiang.campaign", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FEATURES_WITH_A_CORE = {
        "org.shuxiang.campaign.library",
        "org.shuxiang.campaign.catalogue",
        "org.shuxiang.campaign.draft",
        "org.shuxiang.campaign.participant",
        "org.shuxiang.campaign.staff"
    };

    /** Wiring, configuration properties and kinds of problems are the core's only words of Spring. */
    private static final DescribedPredicate<JavaClass> SPEAKS_TO_SPRING = DescribedPredicate.describe(
            "speaks to Spring for the core",
            type -> type.getName().matches(".*(Configuration|Properties|Problems)(\\$.*)?"));

    @ArchTest
    static final ArchRule CORES_ARE_FREE_OF_SPRING = noClasses()
            .that()
            .resideInAnyPackage(FEATURES_WITH_A_CORE)
            .and(DescribedPredicate.not(SPEAKS_TO_SPRING))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule CORES_DO_NOT_KNOW_THEIR_ADAPTERS = noClasses()
            .that()
            .resideInAnyPackage(FEATURES_WITH_A_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.shuxiang.campaign.*.web..",
                    "org.shuxiang.campaign.*.mongo..",
                    "org.shuxiang.campaign.*.stream..",
                    "org.shuxiang.campaign.*.password..");

    @ArchTest
    static final ArchRule WEB_DOES_NOT_USE_OTHER_ADAPTERS = noClasses()
            .that()
            .resideInAPackage("org.shuxiang.campaign.*.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.shuxiang.campaign.*.mongo..", "org.shuxiang.campaign.*.stream..");

    @ArchTest
    static final ArchRule MONGO_DOES_NOT_USE_OTHER_ADAPTERS = noClasses()
            .that()
            .resideInAPackage("org.shuxiang.campaign.*.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.shuxiang.campaign.*.web..", "org.shuxiang.campaign.*.stream..");

    @ArchTest
    static final ArchRule STREAMS_DO_NOT_USE_OTHER_ADAPTERS = noClasses()
            .that()
            .resideInAPackage("org.shuxiang.campaign.*.stream..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.shuxiang.campaign.*.web..", "org.shuxiang.campaign.*.mongo..");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("org.shuxiang.campaign.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DOCUMENTS_STAY_IN_THEIR_ADAPTER =
            classes().that().haveSimpleNameEndingWith("Document").should().bePackagePrivate();
}
