package cymru.pontio.adverts;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What in a text tells who the person is: by its form, or because it is one of the person's own details. */
@Component
class Privacy {
    private final CarePackages packages;

    Privacy(CarePackages packages) {
        this.packages = packages;
    }

    List<String> phrases(PackageId carePackage, String text) {
        List<String> phrases = new ArrayList<>(PrivacyCheck.phrases(text));
        packages.personalDetailsIn(carePackage, List.of(text)).stream()
                .filter(detail -> phrases.stream().noneMatch(phrase -> phrase.contains(detail)))
                .forEach(phrases::add);
        return phrases;
    }

    /** At most one problem, which quotes all that has to go from this field. */
    List<Problem> problems(PackageId carePackage, String field, String text) {
        List<String> phrases = phrases(carePackage, text);
        return phrases.isEmpty() ? List.of() : List.of(PrivacyCheck.problem(field, phrases));
    }
}
