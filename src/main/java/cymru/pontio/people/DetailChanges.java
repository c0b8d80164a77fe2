package cymru.pontio.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which details changed, by the names of the fields: what they held before and hold now is not for the audit. */
final class DetailChanges {
    private record Field(String name, Function<PersonDetails, @Nullable Object> value) {}

    private static final List<Field> FIELDS = List.of(
            new Field("givenName", PersonDetails::givenName),
            new Field("familyName", PersonDetails::familyName),
            new Field("dateOfBirth", PersonDetails::dateOfBirth),
            new Field("nhsNumber", PersonDetails::nhsNumber),
            new Field("welsh", PersonDetails::welsh),
            new Field("language", PersonDetails::language),
            new Field("address", PersonDetails::address),
            new Field("postcode", PersonDetails::postcode),
            new Field("phone", PersonDetails::phone),
            new Field("keySafe", PersonDetails::keySafe),
            new Field("locality", PersonDetails::locality));

    private DetailChanges() {}

    static Map<String, String> between(PersonDetails before, PersonDetails after) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (Field field : FIELDS) {
            if (!Objects.equals(field.value().apply(before), field.value().apply(after)))
                changed.put(field.name(), "changed");
        }
        return changed;
    }
}
