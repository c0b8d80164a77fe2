package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.site.DateParts;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a form can get wrong by itself: {@code forms.txt} has, for each constraint of a form, what somebody types and what they
 * are told: {@code room.Form.field | {key} | typed}. {@code x*501} is a text of that length; one letter less must do.
 * {@code []} is nothing chosen, {@code no} a box not ticked, {@code 31 2 2030} the parts of a date.
 *
 * <p>Seeded faults: take a constraint away; let a text be one letter longer.
 */
class FormConstraintsTests {
    private static final Path FORMS = Path.of("src/test/resources/forms.txt");
    private static final ValidatorFactory FACTORY = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private static Validator validator;

    record Line(String form, String field, String key, String typed) {
        static Line of(String line) {
            String[] parts = line.split(" \\| ", -1);
            int dot = parts[0].lastIndexOf('.');
            return new Line(parts[0].substring(0, dot), parts[0].substring(dot + 1), parts[1], parts[2].strip());
        }

        String known() {
            return form + "." + field + " | " + key;
        }
    }

    @BeforeAll
    static void validator() {
        validator = FACTORY.getValidator();
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    static List<Line> lines() throws IOException {
        return Files.readAllLines(FORMS).stream().map(Line::of).toList();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void tellsWhoeverTypedItWhatIsWrong(Line line) throws ReflectiveOperationException {
        assertThat(told(line, line.typed())).contains(line.key());
        if (line.typed().startsWith("x*"))
            assertThat(told(line, "x*" + (Integer.parseInt(line.typed().substring(2)) - 1)))
                    .doesNotContain(line.key());
    }

    /** Seeded fault: a line left out. */
    @Test
    void noConstraintIsForgotten() throws IOException, ReflectiveOperationException {
        Set<String> listed = lines().stream().map(Line::known).collect(Collectors.toSet());
        assertThat(constraints())
                .as("forms.txt has a line for each constraint")
                .isNotEmpty()
                .allSatisfy(one -> assertThat(listed).contains(one));
    }

    private static Set<String> told(Line line, String typed) throws ReflectiveOperationException {
        Class<?> form = Class.forName("cymru.pontio." + line.form());
        Object value = value(form.getDeclaredField(line.field()).getType(), typed);
        return validator.validateValue(form, line.field(), value).stream()
                .map(ConstraintViolation::getMessageTemplate)
                .collect(Collectors.toSet());
    }

    private static Object value(Class<?> type, String typed) {
        if (type == DateParts.class) {
            String[] parts = typed.isEmpty() ? new String[] {"", "", ""} : typed.split(" ");
            return new DateParts(parts[0], parts[1], parts[2]);
        }
        if (type == Boolean.class) return Boolean.valueOf(typed);
        if (type == List.class) return List.of();
        if (type == Set.class) return Set.of();
        return typed.startsWith("x*") ? "x".repeat(Integer.parseInt(typed.substring(2))) : typed;
    }

    /** Each field and key of each constraint on a form of the rooms. */
    static Set<String> constraints() throws IOException, ReflectiveOperationException {
        Set<String> all = new TreeSet<>();
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes.resolve("cymru/pontio"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*Form(\\$\\w+)?\\.class"))
                    .toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replace(".class", "");
                Class<?> form = Class.forName(name);
                if (!form.isRecord()) continue;
                for (Field field : form.getDeclaredFields())
                    for (Annotation each : field.getAnnotations())
                        for (String key : keys(each))
                            all.add(name.substring("cymru.pontio.".length()) + "." + field.getName() + " | " + key);
            }
        }
        return all;
    }

    private static List<String> keys(Annotation each) throws ReflectiveOperationException {
        if (each.annotationType().isAnnotationPresent(Constraint.class))
            return List.of((String) each.annotationType().getMethod("message").invoke(each));
        if (!each.annotationType().getSimpleName().equals("List")) return List.of();
        Annotation[] several =
                (Annotation[]) each.annotationType().getMethod("value").invoke(each);
        return Arrays.stream(several)
                .map(one -> {
                    try {
                        return (String)
                                one.annotationType().getMethod("message").invoke(one);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
