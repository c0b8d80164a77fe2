package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.support.PontioTest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A door asks who comes before it does anything, whatever the address lets through: to whom it is not meant for it is not there.
 * {@code doors.txt} has {@code room.Door.verb | roles that are refused}, with {@code /2} where verbs of one name differ. The arguments are nothing at all, so that
 * whoever gets further falls over them.
 *
 * <p>Seeded fault: take {@code actor.must(…)} out, each by itself.
 */
@PontioTest
class DoorRolesTests {
    private static final Path DOORS = Path.of("src/test/resources/doors.txt");

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    @TestFactory
    Stream<DynamicTest> refusesWhoeverItIsNotMeantFor() throws IOException {
        return Files.readAllLines(DOORS).stream()
                .map(line -> dynamicTest(line, () -> {
                    String[] parts = line.split(" \\| ");
                    for (String role : parts[1].split(" "))
                        for (Method verb : verbs(parts[0]))
                            assertThat(answer(verb, Role.valueOf(role)))
                                    .as(role)
                                    .isInstanceOf(NotFound.class);
                }));
    }

    private static List<Method> verbs(String door) throws ClassNotFoundException {
        String type = door.substring(0, door.lastIndexOf('.'));
        String[] verb = door.substring(type.length() + 1).split("/");
        List<Method> found = Arrays.stream(Class.forName("cymru.pontio." + type).getDeclaredMethods())
                .filter(one -> one.getName().equals(verb[0])
                        && (verb.length == 1 || one.getParameterCount() == Integer.parseInt(verb[1]))
                        && one.getParameterCount() > 0
                        && one.getParameterTypes()[0] == Actor.class)
                .toList();
        assertThat(found).as(door).isNotEmpty();
        return found;
    }

    private @Nullable Throwable answer(Method verb, Role role) {
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                call(verb, role);
            });
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void call(Method verb, Role role) {
        try {
            verb.setAccessible(true);
            verb.invoke(context.getBean(verb.getDeclaringClass()), arguments(verb, role));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException told) throw told;
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object[] arguments(Method verb, Role role) {
        @Nullable
        Object[] nothing = Arrays.stream(verb.getParameterTypes())
                .map(DoorRolesTests::nothing)
                .toArray();
        nothing[0] = new Actor(
                UUID.randomUUID(), "Nobody", UUID.randomUUID(), "Nowhere", UUID.randomUUID(), Set.of(role), null);
        return nothing;
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == boolean.class) return false;
        if (type == int.class) return 0;
        return type == long.class ? (Object) 0L : null;
    }
}
