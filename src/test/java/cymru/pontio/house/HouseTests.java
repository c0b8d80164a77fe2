package cymru.pontio.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The habits of the house, kept by the build. */
class HouseTests {
    private static final int LONGEST_FILE = 380;

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cymru.pontio");

    @Test
    void namesAreNouns() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Dto|DTO|Mapper|Impl|Manager|Helper|Utils?|ServiceBean)$")
                .because("an empty word hides a missing one"));
        assertThat(CODE.stream().map(JavaClass::getPackageName))
                .noneMatch(name -> name.matches(".*\\.(util|utils|common|helpers?|dto|impl|service|constants)"));
    }

    @Test
    void entitiesStayInTheirRoomAndHaveNoSetters() {
        check(classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true));
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set(?!Aside)[A-Z].*")
                .allowEmptyShould(true));
    }

    @Test
    void repositoriesAndControllersStayInTheirRoom() {
        check(classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true));
        check(classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate());
    }

    @Test
    void noHandlerTakesAnEntity() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .should(new ArchCondition<>("take no entity") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean entity = method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isAnnotatedWith(Entity.class));
                        events.add(new SimpleConditionEvent(method, !entity, method.getFullName()));
                    }
                }));
    }

    @Test
    void controllersAreNotTransactions() {
        check(noClasses().that().areAnnotatedWith(Controller.class).should().beAnnotatedWith(Transactional.class));
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .should()
                .beAnnotatedWith(Transactional.class));
    }

    @Test
    void timeComesFromAClock() {
        check(noClasses().should().callMethod(Instant.class, "now"));
        check(noClasses().should().callMethod(LocalDate.class, "now"));
        check(noClasses().should().callMethod(LocalDateTime.class, "now"));
        check(noClasses().should().callMethod(ZonedDateTime.class, "now"));
    }

    @Test
    void doorsAndControllersHaveFewCollaborators() {
        for (JavaClass type : CODE) {
            if (!type.isAnnotatedWith(Service.class) && !type.isAnnotatedWith(Controller.class)) continue;
            type.getConstructors()
                    .forEach(constructor -> assertThat(constructor.getRawParameterTypes())
                            .as(type.getName())
                            .hasSizeLessThanOrEqualTo(8));
        }
    }

    @Test
    void filesAreShort() throws IOException {
        List<Path> sources;
        try (var walk = Files.walk(Path.of("src/main/java"))) {
            sources = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path source : sources) {
            assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    @Test
    void publicTypesSayWhatTheyPromise() throws IOException {
        try (var walk = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    walk.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                if (!text.contains("\npublic ")) continue;
                assertThat(text.substring(0, text.indexOf("\npublic ")))
                        .as(source.toString())
                        .contains("/**");
            }
        }
    }

    /** A rule that matches nothing passes: each is shown to find its bad example. */
    @Test
    void rulesFindBadExamples() {
        JavaClasses bad = new ClassFileImporter().importClasses(BadHelper.class, BadController.class);
        assertThat(noClasses()
                        .should()
                        .haveNameMatching(".*Helper$")
                        .evaluate(bad)
                        .hasViolation())
                .isTrue();
        assertThat(noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .evaluate(bad)
                        .hasViolation())
                .isTrue();
        assertThat(classes()
                        .that()
                        .areAnnotatedWith(Controller.class)
                        .should()
                        .bePackagePrivate()
                        .evaluate(bad)
                        .hasViolation())
                .isTrue();
        assertThat(CODE.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .count())
                .isGreaterThan(20);
    }

    private static void check(ArchRule rule) {
        rule.check(CODE);
    }

    static class BadHelper {
        Instant when() {
            return Instant.now();
        }
    }

    @Controller
    public static class BadController {}
}
