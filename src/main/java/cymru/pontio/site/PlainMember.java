package cymru.pontio.site;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A property or a method by its name in one place of a template. Only of our own classes and of Thymeleaf's helpers, which
 * leaves its ban on everything else in force; and only where there is one method it can be.
 */
final class PlainMember {
    private final String name;
    private final Map<Class<?>, Getter> getters = new ConcurrentHashMap<>(2);
    private final Map<Class<?>, List<Method>> methods = new ConcurrentHashMap<>(2);

    /** @param method none where Spring's expression language must decide */
    private record Getter(@Nullable Method method) {}

    PlainMember(String name) {
        this.name = name;
    }

    @Nullable
    Object read(@Nullable Object target) {
        if (target == null) throw PlainExpression.Unsure.UNSURE;
        if (target instanceof Map<?, ?> map && !ours(target.getClass())) {
            Object value = map.get(name);
            if (value == null) throw PlainExpression.Unsure.UNSURE;
            return value;
        }
        Getter getter = getters.get(target.getClass());
        if (getter == null) {
            getter = new Getter(getter(target.getClass()));
            getters.put(target.getClass(), getter);
        }
        if (getter.method == null) throw PlainExpression.Unsure.UNSURE;
        return invoke(getter.method, target);
    }

    @Nullable
    Object call(@Nullable Object target, @Nullable Object[] given) {
        if (target == null) throw PlainExpression.Unsure.UNSURE;
        List<Method> named = methods.get(target.getClass());
        if (named == null) {
            named = methods(target.getClass(), given.length);
            methods.put(target.getClass(), named);
        }
        Method chosen = null;
        for (Method method : named) {
            if (!takes(method.getParameterTypes(), given)) continue;
            if (chosen != null) throw PlainExpression.Unsure.UNSURE;
            chosen = method;
        }
        if (chosen == null) throw PlainExpression.Unsure.UNSURE;
        return invoke(chosen, target, given);
    }

    /** In the order in which Spring looks: getX, isX, x as records have it. */
    private @Nullable Method getter(Class<?> type) {
        if (!ours(type)) return null;
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (String getter : List.of("get" + capital, "is" + capital, name)) {
            List<Method> found = methods(type, getter, 0);
            if (found.size() > 1) return null;
            if (found.size() == 1 && found.getFirst().getReturnType() != void.class) return found.getFirst();
        }
        return null;
    }

    private List<Method> methods(Class<?> type, int parameters) {
        return ours(type) ? methods(type, name, parameters) : List.of();
    }

    private static List<Method> methods(Class<?> type, String name, int parameters) {
        List<Method> found = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == parameters
                        && !method.isBridge()
                        && !method.isVarArgs()
                        && !Modifier.isStatic(method.getModifiers()))
                .toList();
        found.forEach(method -> method.setAccessible(true));
        return found;
    }

    private static boolean ours(Class<?> type) {
        return type.getName().startsWith("cymru.pontio.")
                || type.getName().startsWith("org.thymeleaf.expression.")
                || type.getName().startsWith("org.thymeleaf.spring6.expression.")
                || type.getName().equals("org.thymeleaf.engine.IterationStatusVar");
    }

    private static boolean takes(Class<?>[] parameters, @Nullable Object[] given) {
        for (int i = 0; i < given.length; i++) {
            Object one = given[i];
            Class<?> parameter = parameters[i];
            boolean fits = one == null
                    ? !parameter.isPrimitive()
                    : parameter.isInstance(one)
                            || parameter == long.class && (one instanceof Long || one instanceof Integer)
                            || parameter == int.class && one instanceof Integer
                            || parameter == boolean.class && one instanceof Boolean;
            if (!fits) return false;
        }
        return true;
    }

    private static @Nullable Object invoke(Method method, Object target, @Nullable Object... given) {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
