package cymru.pontio.matching;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import cymru.pontio.site.PackageTabs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who could take a package, who could not and why, and what would bring more. */
@Controller
class MatchController {
    private final Matches matches;
    private final PackageTabs tabs;
    private final MessageSource messages;

    MatchController(Matches matches, PackageTabs tabs, MessageSource messages) {
        this.matches = matches;
        this.tabs = tabs;
        this.messages = messages;
    }

    @GetMapping("/packages/{ref}/match")
    String match(Actor actor, @PathVariable PackageRef ref, Model model, Locale locale) {
        Match match = matches.of(actor, ref);
        model.addAttribute("tabs", tabs.of(actor, ref.value(), MatchTab.KEY));
        model.addAttribute("match", match);
        model.addAttribute("words", new MatchWords(new Formats(messages, locale), match));
        return "matching/match";
    }

    @GetMapping("/packages/{ref}/match.csv")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable PackageRef ref) {
        Match match = matches.of(actor, ref);
        List<String> header = new ArrayList<>(List.of("place", "provider", "name", "may_be_offered", "points"));
        match.criteria()
                .forEach(criterion -> header.add("points_" + criterion.name().toLowerCase(Locale.ROOT)));
        header.addAll(List.of("rules_broken", "to_ask", "first_day"));
        if (match.prices()) header.add("rate_an_hour");
        Csv csv = new Csv(header.toArray(String[]::new));
        match.ranked().forEach(place -> csv.row(cells(match, place.place(), place.fit())));
        match.others().forEach(fit -> csv.row(cells(match, null, fit)));
        match.elsewhere().forEach(fit -> csv.row(cells(match, null, fit)));
        return csv.download("providers-" + match.carePackage().ref() + ".csv");
    }

    private static @Nullable Object[] cells(Match match, @Nullable Integer place, Fit fit) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(place);
        cells.add(fit.supplier().provider().ref());
        cells.add(fit.supplier().provider().name());
        cells.add(fit.eligible());
        cells.add(place == null ? null : fit.total());
        for (Criterion criterion : match.criteria()) cells.add(place == null ? null : points(fit, criterion));
        cells.add(rules(fit.broken()));
        cells.add(rules(fit.open().stream()
                .filter(one -> match.prices() || one.rule() != Rule.ENVELOPE)
                .toList()));
        cells.add(fit.expectedStart());
        if (match.prices()) cells.add(fit.expectedPence() == 0 ? null : BigDecimal.valueOf(fit.expectedPence(), 2));
        return cells.toArray();
    }

    private static Object points(Fit fit, Criterion criterion) {
        return fit.points().stream()
                .filter(one -> one.criterion() == criterion)
                .findFirst()
                .orElseThrow()
                .points();
    }

    private static String rules(List<Verdict> verdicts) {
        return verdicts.stream().map(one -> one.rule().name()).collect(Collectors.joining(" "));
    }
}
