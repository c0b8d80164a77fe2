package cymru.pontio.carepackages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A call that was begun and left: its form as text, with the number of the call it was to replace. */
@Component
class UnfinishedCalls {
    private final JsonMapper json;

    UnfinishedCalls(JsonMapper json) {
        this.json = json;
    }

    record Left(@Nullable Integer position, CallForm form) {}

    String text(CallForm form, @Nullable Integer position) {
        return json.writeValueAsString(new Left(position, form));
    }

    /** The form as it was left, if it was left on this page. */
    Optional<CallForm> of(PackageView view, @Nullable Integer position) {
        return left(view)
                .filter(left -> java.util.Objects.equals(left.position(), position))
                .map(left -> left.form().with(view.stamp()));
    }

    /** The last part of the address of the page that was left. */
    @Nullable
    String position(PackageView view) {
        return left(view)
                .map(left -> left.position() == null ? "new" : left.position().toString())
                .orElse(null);
    }

    private Optional<Left> left(PackageView view) {
        return Optional.ofNullable(view.unfinishedCall()).map(text -> json.readValue(text, Left.class));
    }
}
