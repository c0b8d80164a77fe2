package cymru.pontio.providers.microenterprises;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Which two are one person. */
record SameForm(String hand, String placed) {
    SameForm(@Nullable String hand, @Nullable String placed) {
        this.hand = Objects.requireNonNullElse(hand, "");
        this.placed = Objects.requireNonNullElse(placed, "");
    }

    void check(List<Arrangement> hands, List<Arrangement> places, Errors errors) {
        if (hands.stream().noneMatch(one -> one.who().toString().equals(hand)))
            errors.rejectValue("hand", "microenterprises.same.hand.missing");
        if (places.stream().noneMatch(one -> one.who().toString().equals(placed)))
            errors.rejectValue("placed", "microenterprises.same.placed.missing");
    }
}
