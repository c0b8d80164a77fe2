package cymru.pontio.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;

/**
 * What nearly every expression of our templates is: a path such as {@code row.status.colour()}, a call such as
 * {@code #fmt.date(row.from)}, compared, negated, joined or chosen from. It means exactly what it means in Spring's
 * expression language; whatever it cannot be sure of it leaves to that, by {@link Unsure}.
 */
sealed interface PlainExpression {
    @Nullable
    Object value(IExpressionContext context);

    /** The expression if it is a plain one. */
    static @Nullable PlainExpression of(String text) {
        try {
            return new Reader(text).whole();
        } catch (Unsure notPlain) {
            return null;
        }
    }

    /** Says that Spring's expression language must decide. Always the same one, because it is no failure. */
    @SuppressWarnings("serial")
    final class Unsure extends RuntimeException {
        static final Unsure UNSURE = new Unsure();

        private Unsure() {
            super(null, null, false, false);
        }
    }

    record Literal(@Nullable Object constant) implements PlainExpression {
        @Override
        public @Nullable Object value(IExpressionContext context) {
            return constant;
        }
    }

    record Variable(String name) implements PlainExpression {
        @Override
        public @Nullable Object value(IExpressionContext context) {
            return context.getVariable(name);
        }
    }

    /** {@code #fmt} and its like. */
    record Tool(String name) implements PlainExpression {
        @Override
        public @Nullable Object value(IExpressionContext context) {
            return context.getExpressionObjects().getObject(name);
        }
    }

    record Property(PlainExpression of, PlainMember member) implements PlainExpression {
        @Override
        public @Nullable Object value(IExpressionContext context) {
            return member.read(of.value(context));
        }
    }

    record Call(PlainExpression of, PlainMember member, List<PlainExpression> arguments) implements PlainExpression {
        @Override
        public @Nullable Object value(IExpressionContext context) {
            Object target = of.value(context);
            @Nullable Object[] given = new @Nullable Object[arguments.size()];
            for (int i = 0; i < given.length; i++) given[i] = arguments.get(i).value(context);
            return member.call(target, given);
        }
    }

    /** {@code names[row.person]}. */
    record Entry(PlainExpression of, PlainExpression key) implements PlainExpression {
        @Override
        public Object value(IExpressionContext context) {
            Object wanted = key.value(context);
            if (wanted != null && of.value(context) instanceof Map<?, ?> map) {
                Object value = map.get(wanted);
                // Not there under this key; Spring would try the key as another type.
                if (value != null) return value;
            }
            throw Unsure.UNSURE;
        }
    }

    record Not(PlainExpression inner) implements PlainExpression {
        @Override
        public Object value(IExpressionContext context) {
            return !truth(inner, context);
        }
    }

    record Both(PlainExpression left, PlainExpression right, boolean and) implements PlainExpression {
        @Override
        public Object value(IExpressionContext context) {
            return and ? truth(left, context) && truth(right, context) : truth(left, context) || truth(right, context);
        }
    }

    record Same(PlainExpression left, PlainExpression right, boolean wanted) implements PlainExpression {
        private static final Set<Class<?>> COMPARED_BY_EQUALS =
                Set.of(String.class, Boolean.class, Integer.class, Long.class, UUID.class, LocalDate.class);

        @Override
        public Object value(IExpressionContext context) {
            return same(left.value(context), right.value(context)) == wanted;
        }

        private static boolean same(@Nullable Object left, @Nullable Object right) {
            if (left == null || right == null) return left == right;
            if (left instanceof Enum<?> || right instanceof Enum<?>) return left.equals(right);
            if (left.getClass() == right.getClass() && COMPARED_BY_EQUALS.contains(left.getClass()))
                return left.equals(right);
            throw Unsure.UNSURE;
        }
    }

    record Joined(PlainExpression left, PlainExpression right) implements PlainExpression {
        @Override
        public Object value(IExpressionContext context) {
            if (left.value(context) instanceof String one && right.value(context) instanceof String two)
                return one + two;
            throw Unsure.UNSURE;
        }
    }

    record Chosen(PlainExpression condition, PlainExpression yes, PlainExpression no) implements PlainExpression {
        @Override
        public @Nullable Object value(IExpressionContext context) {
            return (truth(condition, context) ? yes : no).value(context);
        }
    }

    private static boolean truth(PlainExpression expression, IExpressionContext context) {
        if (expression.value(context) instanceof Boolean truth) return truth;
        throw Unsure.UNSURE;
    }

    /** Reads by descent; the first thing it does not know ends it. */
    final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private PlainExpression whole() {
            PlainExpression read = choice();
            space();
            if (at < text.length()) throw Unsure.UNSURE;
            return read;
        }

        private PlainExpression choice() {
            PlainExpression condition = either();
            if (text.startsWith("?:", at) || text.startsWith("?.", at) || !sign("?")) return condition;
            PlainExpression yes = choice();
            if (!sign(":")) throw Unsure.UNSURE;
            return new Chosen(condition, yes, choice());
        }

        private PlainExpression either() {
            PlainExpression left = both();
            while (sign("||") || word("or")) left = new Both(left, both(), false);
            return left;
        }

        private PlainExpression both() {
            PlainExpression left = equality();
            while (sign("&&") || word("and")) left = new Both(left, equality(), true);
            return left;
        }

        private PlainExpression equality() {
            PlainExpression left = joined();
            if (sign("==")) return new Same(left, joined(), true);
            if (sign("!=")) return new Same(left, joined(), false);
            return left;
        }

        private PlainExpression joined() {
            PlainExpression left = one();
            while (sign("+")) left = new Joined(left, one());
            return left;
        }

        private PlainExpression one() {
            if (word("not")) return new Not(one());
            space();
            if (at < text.length() && text.charAt(at) == '!' && !text.startsWith("!=", at)) {
                at++;
                return new Not(one());
            }
            PlainExpression read = first();
            while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '[')) {
                if (text.charAt(at++) == '[') {
                    read = new Entry(read, choice());
                    if (!sign("]")) throw Unsure.UNSURE;
                    continue;
                }
                String name = name();
                read = sign("(")
                        ? new Call(read, new PlainMember(name), arguments())
                        : new Property(read, new PlainMember(name));
            }
            return read;
        }

        private PlainExpression first() {
            if (sign("(")) {
                PlainExpression inner = choice();
                if (!sign(")")) throw Unsure.UNSURE;
                return inner;
            }
            if (sign("'")) return new Literal(quoted());
            if (sign("{")) return new Literal(list());
            if (sign("#")) return new Tool(name());
            if (at < text.length() && Character.isDigit(text.charAt(at))) return new Literal(number());
            String name = name();
            return switch (name) {
                case "true", "TRUE" -> new Literal(true);
                case "false", "FALSE" -> new Literal(false);
                case "null", "NULL" -> new Literal(null);
                // What the request brings is guarded by Thymeleaf itself; the others are operators of the language.
                case "param",
                        "session",
                        "application",
                        "new",
                        "T",
                        "eq",
                        "ne",
                        "lt",
                        "gt",
                        "le",
                        "ge",
                        "div",
                        "mod",
                        "not",
                        "and",
                        "or",
                        "between",
                        "instanceof",
                        "matches" -> throw Unsure.UNSURE;
                default -> new Variable(name);
            };
        }

        private List<PlainExpression> arguments() {
            List<PlainExpression> all = new ArrayList<>();
            if (sign(")")) return List.of();
            do all.add(choice());
            while (sign(","));
            if (!sign(")")) throw Unsure.UNSURE;
            return List.copyOf(all);
        }

        private List<Object> list() {
            List<Object> all = new ArrayList<>();
            if (sign("}")) return List.of();
            do {
                if (!(one() instanceof Literal(Object constant)) || constant == null) throw Unsure.UNSURE;
                all.add(constant);
            } while (sign(","));
            if (!sign("}")) throw Unsure.UNSURE;
            return List.copyOf(all);
        }

        private String quoted() {
            int end = text.indexOf('\'', at);
            if (end < 0 || text.startsWith("''", end)) throw Unsure.UNSURE;
            String inner = text.substring(at, end);
            at = end + 1;
            return inner;
        }

        private Integer number() {
            int begin = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) at++;
            if (at - begin > 9 || at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '.'))
                throw Unsure.UNSURE;
            return Integer.valueOf(text.substring(begin, at));
        }

        private String name() {
            int begin = at;
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) at++;
            if (at == begin || Character.isDigit(text.charAt(begin))) throw Unsure.UNSURE;
            return text.substring(begin, at);
        }

        private boolean word(String word) {
            space();
            if (!text.startsWith(word, at)) return false;
            int end = at + word.length();
            if (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) return false;
            at = end;
            return true;
        }

        private boolean sign(String sign) {
            space();
            if (!text.startsWith(sign, at)) return false;
            at += sign.length();
            return true;
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        }
    }
}
