package org.shuxiang.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Rules for a service that is packaged by feature: each feature a package below the service's, its adapters below it.
 */
public final class FeatureRules {

    private static final String[] ADAPTERS = {"web", "mongo", "stream", "password"};

    /** Wiring, configuration properties and kinds of problems are the core's only words of Spring. */
    private static final DescribedPredicate<JavaClass> SPEAKS_TO_SPRING = DescribedPredicate.describe(
            "speaks to Spring for the core",
            type -> type.getName().matches(".*(Configuration|Properties|Problems)(\\$.*)?"));

    private final String service;

    /** @param service the service's package, such as {@code org.shuxiang.quiz} */
    public FeatureRules(String service) {
        this.service = service;
    }

    /** @param features those that have a core, such as {@code attempt}; others are flat */
    public ArchRule coresAreFreeOfSpring(String... features) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(features))
                .and(DescribedPredicate.not(SPEAKS_TO_SPRING))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..");
    }

    public ArchRule coresDoNotKnowTheirAdapters(String... features) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(features))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(ADAPTERS).map(this::adapter).toArray(String[]::new));
    }

    /** @param kind such as {@code web} */
    public ArchRule doesNotUseOtherAdapters(String kind) {
        return noClasses()
                .that()
                .resideInAPackage(adapter(kind))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(ADAPTERS)
                        .filter(other -> !other.equals(kind))
                        .map(this::adapter)
                        .toArray(String[]::new))
                .allowEmptyShould(true);
    }

    public ArchRule featuresHaveNoCycles() {
        return slices().matching(service + ".(*)..").should().beFreeOfCycles();
    }

    public ArchRule documentsStayInTheirAdapter() {
        return classes()
                .that()
                .resideInAPackage(service + "..")
                .and()
                .haveSimpleNameEndingWith("Document")
                .should()
                .bePackagePrivate();
    }

    private String adapter(String kind) {
        return service + ".*." + kind + "..";
    }

    private String[] packages(String... features) {
        return Arrays.stream(features).map(feature -> service + "." + feature).toArray(String[]::new);
    }
}
