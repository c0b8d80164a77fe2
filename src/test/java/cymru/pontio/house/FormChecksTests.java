package cymru.pontio.house;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.Weights;
import cymru.pontio.adverts.WeightsInForce;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Reference;
import cymru.pontio.rates.ChangeKind;
import cymru.pontio.site.DateParts;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * What a form finds wrong when it looks at its fields together, at the day, or at what it is about: each sentence beside
 * its field, and beside it what is allowed. Typed is {@code field=value; field=value}: {@code 10 6 2026} the parts of a
 * date, {@code a,b} what was chosen, {@code x*501} a text of that length, {@code $name} one of the values of the form.
 *
 * <p>Seeded faults: each {@code rejectValue} and {@code reject} taken out, one at a time.
 */
class FormChecksTests {
    private static final Path SOURCE = Path.of("src/main/java/cymru/pontio");
    private static final List<String> ROOMS = List.of(
            "carepackages",
            "adverts",
            "bidding",
            "placements",
            "bridging",
            "visits",
            "rates",
            "people",
            "areas",
            "reporting");
    private static final Pattern REJECTS = Pattern.compile("\\breject(?:Value)?\\(((?:[^;\"]|\"[^\"]*\")*);");
    private static final Pattern CODE = Pattern.compile("\"([a-z]\\w+(?:\\.\\w+)+)\"");
    private static final Pattern CALL = Pattern.compile("^errors, (?:at, )?\"(\\w+)\", (.*)$", Pattern.DOTALL);
    private static final Pattern KIND = Pattern.compile("\"(\\w+)\"");

    /** Wednesday, noon in Wales. */
    private static final Instant NOW = Instant.parse("2026-06-10T11:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    /** What a controller asks its room: the test of its page, and what it types or sees there. */
    private static final Map<String, String> ON_PAGES = Map.ofEntries(
            Map.entry(
                    "adverts.SavedSearchController adverts.search.empty",
                    "adverts/SavedSearchTests: To be told of all opportunities again"),
            Map.entry(
                    "adverts.SavedSearchController adverts.search.twice",
                    "adverts/SavedSearchTests: Rydych wedi cadw’r chwiliad hwn yn barod"),
            Map.entry(
                    "areas.PatchEditController areas.form.name.taken",
                    "areas/PatchPageTests: Another patch has this name"),
            Map.entry(
                    "carepackages.MeansController carepackages.form.choice.missing",
                    "carepackages/PackagePageTests: /interim\", county.socialWorker(), \"answer\", \"PART\""),
            Map.entry(
                    "carepackages.PauseController carepackages.form.choice.missing",
                    "carepackages/PackagePageTests: /withdrawal\", county.socialWorker(), \"answer\", \"NONSENSE\""),
            Map.entry(
                    "carepackages.WhereWhenController carepackages.form.choice.missing",
                    "carepackages/PackagePageTests: /place\", county.socialWorker(), \"answer\", \"atlantis\""),
            Map.entry(
                    "placements.AwardProposalController placements.form.notTop.missing",
                    "placements/PlacementPageTests: Say why you do not choose"),
            Map.entry(
                    "adverts.AdvertController adverts.form.override.missing",
                    "adverts/AdvertPageTests: Say why it is offered to all at once"),
            Map.entry(
                    "placements.BundleAwardController placements.form.notTop.missing",
                    "placements/BundlePageTests: Say why you do not choose"),
            Map.entry(
                    "rates.RateChangeController rates.form.closing.none",
                    "rates/RatePageTests: No way for exceptions is open there"),
            Map.entry(
                    "visits.rota.PublishController rota.form.other",
                    "visits/rota/RotaTests: has other calls than this one"),
            Map.entry("visits.VisitImportController visits.file.missing", "visits/VisitPageTests: Choose a file"),
            Map.entry("visits.VisitFilter visits.filter.day", "site/WrongAnswerPageTests: both must be real days"));

    private static final UUID ID = new UUID(0, 1);

    /** @param wrong the field and the key of each sentence; empty where nothing is wrong */
    record Case(Form form, String typed, Set<String> wrong) {
        @Override
        public String toString() {
            return form.name + " " + typed + " " + wrong;
        }
    }

    private static final class Form {
        final String name;
        private final String usual;
        private final Object[] about;
        private final Map<String, Object> values = new HashMap<>();
        private final List<Case> cases = new ArrayList<>();

        private Form(String name, String usual, Object... about) {
            this.name = name;
            this.usual = usual;
            this.about = about;
        }

        /** Whose check it is: the form’s own, or that of the class named after it. */
        String owner() {
            String[] parts = name.split("#");
            return parts.length > 2 ? parts[1] : parts[0];
        }

        Form with(String value, Object object) {
            values.put("$" + value, object);
            return this;
        }

        Form told(String typed, String... wrong) {
            cases.add(new Case(this, typed, Set.of(wrong)));
            return this;
        }

        Form let(String... typed) {
            for (String each : typed) cases.add(new Case(this, each, Set.of()));
            return this;
        }
    }

    static List<Case> cases() {
        return Stream.of(
                        carePackages(),
                        adverts(),
                        bidding(),
                        placements(),
                        variations(),
                        bridging(),
                        visits(),
                        rates(),
                        others())
                .flatMap(List::stream)
                .flatMap(form -> form.cases.stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatIsWrongAndNothingElse(Case one) throws ReflectiveOperationException {
        assertThat(found(one)).containsExactlyInAnyOrderElementsOf(one.wrong());
    }

    /** Seeded fault: a case left out. */
    @Test
    void noCheckIsForgotten() throws IOException {
        Set<String> proven = cases().stream()
                .flatMap(one -> one.wrong().stream()
                        .map(wrong -> one.form().owner() + " " + wrong.substring(wrong.indexOf(' ') + 1)))
                .collect(Collectors.toSet());
        assertThat(written())
                .as("a case above for each sentence, or a page that shows it")
                .hasSizeGreaterThan(150)
                .allSatisfy(code -> assertThat(proven.contains(code) || ON_PAGES.containsKey(code))
                        .isTrue());
        assertThat(cases().stream().filter(one -> one.wrong().isEmpty()).map(one -> one.form().name))
                .as("something that is allowed, for each form")
                .containsAll(cases().stream().map(one -> one.form().name).toList());
    }

    @Test
    void pagesShowWhatOnlyTheyCanKnow() throws IOException {
        Set<String> written = written();
        assertThat(written).containsAll(ON_PAGES.keySet());
        for (String shown : ON_PAGES.values()) {
            String[] parts = shown.split(": ");
            assertThat(Files.readString(Path.of("src/test/java/cymru/pontio", parts[0] + ".java")))
                    .contains(parts[1]);
        }
    }

    private static List<Form> carePackages() {
        return List.of(
                new Form(
                                "carepackages.CallForm",
                                "days=1,3; band=MORNING; from=07:30; until=09:00; minutes=30; workers=1; timeCritical=no;"
                                        + " tier=DAILY_ESSENTIAL; workerGender=ANY; tasks=Help")
                        .let("", "workers=2", "from=; until=", "from=08:59")
                        .told("days=", "days carepackages.call.days.missing")
                        .told("band=", "band carepackages.call.band.missing")
                        .told("workers=3", "workers carepackages.call.workers.missing")
                        .told("timeCritical=", "timeCritical carepackages.call.timeCritical.missing")
                        .told("timeCritical=yes", "timeCriticalReason carepackages.call.timeCriticalReason.missing")
                        .let("timeCritical=yes; timeCriticalReason=x*300")
                        .told(
                                "timeCritical=yes; timeCriticalReason=x*301",
                                "timeCriticalReason carepackages.call.timeCriticalReason.long")
                        .told(
                                "timeCritical=yes; timeCriticalReason=Meal; from=; until=",
                                "from carepackages.call.from.missing",
                                "until carepackages.call.until.missing")
                        .told("tier=", "tier carepackages.call.tier.missing")
                        .told("workerGender=?", "workerGender carepackages.call.workerGender.missing")
                        .told("tasks=", "tasks carepackages.call.tasks.missing")
                        .let("tasks=x*1000")
                        .told("tasks=x*1001", "tasks carepackages.call.tasks.long")
                        .told("from=", "from carepackages.call.from.missing")
                        .told("until=", "until carepackages.call.until.missing")
                        .told("from=09:00", "until carepackages.call.until.before")
                        .told("band=NIGHT; from=23:00; until=22:00", "until carepackages.call.until.midnight")
                        .let("band=NIGHT; from=23:00; until=05:00; minutes=300")
                        .told("band=NIGHT; from=23:00; until=05:00; minutes=301", "until carepackages.call.until.sit")
                        .told("minutes=4", "minutes carepackages.call.minutes.missing")
                        .told("minutes=721", "minutes carepackages.call.minutes.missing")
                        .let("minutes=720", "minutes=5; shortReason=CHECK", "minutes=29; shortReason=TASKS")
                        .told("minutes=29", "shortReason carepackages.call.shortReason.missing"),
                new Form("carepackages.DeathForm", "day=10 6 2026; time=12:00", NOW)
                        .let("", "day=9 6 2025")
                        .told("time=", "time carepackages.form.death.time.missing")
                        .told("time=12:01", "day carepackages.form.death.day.future")
                        .told("day=9 6 2025; time=11:59", "day carepackages.form.death.day.long"),
                new Form("carepackages.StartForm", "earliest=10 6 2026; latest=10 6 2026", TODAY)
                        .let("", "earliest=1 6 2026", "latest=")
                        .told("earliest=1 6 2026; latest=9 6 2026", "latest carepackages.start.latest.passed")
                        .told("earliest=11 6 2026", "latest carepackages.start.latest.before"),
                new Form("placements.FailedStartForm", "newStart=11 6 2026", TODAY.minusDays(3), TODAY, false)
                        .let("", "newStart=", "newStart=10 6 2026")
                        .told("newStart=9 6 2026", "newStart placements.form.newStart.passed")
                        .told("newStart=7 6 2026", "newStart placements.form.newStart.notLater"),
                new Form("placements.FailedStartForm", "newStart=11 6 2026", TODAY.minusDays(3), TODAY, true)
                        .let("")
                        .told("newStart=", "newStart placements.form.newStart.missing"),
                new Form("carepackages.WaitingForm", "on=2026-06-10", NOW)
                        .let("", "on=", "on=10/6/2026", "known=that-day", "known=2026-06-10")
                        .told("known=?", "known carepackages.waiting.known.wrong")
                        .told("known=2026-06-11", "known carepackages.waiting.on.future")
                        .told("on=31 2 2026", "on carepackages.waiting.on.wrong")
                        .told("on=2026-06-11", "on carepackages.waiting.on.future"),
                new Form("carepackages.absences.AwayForm", "kind=HOSPITAL; day=10 6 2026; time=12:00", NOW)
                        .let("", "kind=AWAY; time=12:01", "day=12 3 2026; time=11:00")
                        .let("backDay=10 6 2026; backTime=12:01")
                        .told("time=?", "time absences.form.time.missing")
                        .told("backTime=13:00", "backDay absences.form.backDay.invalid")
                        .told("backDay=11 6 2026", "backTime absences.form.backTime.missing")
                        .told("time=12:01", "day absences.form.day.future")
                        .told("day=12 3 2026; time=10:59", "day absences.form.day.long")
                        .told("backDay=10 6 2026; backTime=12:00", "backDay absences.form.backDay.before"),
                new Form(
                                "carepackages.absences.ReturnForm",
                                "backDay=10 6 2026; backTime=12:01",
                                made("carepackages.absences.Absence", "away", NOW))
                        .let("")
                        .told("backDay=; backTime=", "backDay absences.form.backDay.invalid")
                        .told("backDay=", "backDay absences.form.backDay.invalid")
                        .told("backTime=", "backTime absences.form.backTime.missing")
                        .told("backTime=12:00", "backDay absences.form.backDay.before"),
                new Form(
                                "carepackages.absences.ReturnForm",
                                "",
                                made("carepackages.absences.Absence", "away", NOW, "back", NOW.plusSeconds(60)))
                        .let(""));
    }

    private static Form bundle() {
        return new Form("adverts.BundleForm", "parts=$good")
                .with("good", List.of(part("Help", "", "", "en", "")))
                .with("longest", List.of(part("x".repeat(2000), "x".repeat(1000), "x".repeat(1000), "cy", "1 7 2026")))
                .with("blank", List.of(part("", "", "", "", "")))
                .with("long", List.of(part("x".repeat(2001), "x".repeat(1001), "x".repeat(1001), "en", "31 2 2030")))
                .let("", "parts=$longest")
                .told(
                        "parts=$blank",
                        "parts[0].need adverts.form.need.missing.of",
                        "parts[0].textLanguage adverts.form.textLanguage.missing.of")
                .told(
                        "parts=$long",
                        "parts[0].need adverts.form.need.long.of",
                        "parts[0].equipment adverts.form.equipment.long.of",
                        "parts[0].workerRisks adverts.form.workerRisks.long.of",
                        "parts[0].startBy adverts.form.startBy.date.of");
    }

    private static Object part(String need, String equipment, String risks, String language, String start) {
        return made(
                "adverts.BundleForm$PartForm",
                "ref",
                "PKG-0000-0",
                "need",
                need,
                "equipment",
                equipment,
                "workerRisks",
                risks,
                "textLanguage",
                language,
                "startBy",
                date(start));
    }

    private static List<Form> adverts() {
        String allocation = "mode=FIRST_REFUSAL; lead=L; workingHours=8; startsOn=10 6 2026; reason=Why";
        return List.of(
                bundle(),
                new Form("adverts.allocation.AllocationForm", allocation, Set.of("L"), false, TODAY)
                        .let("", "workingHours=40", "startsOn=10 6 2027", "mode=OPEN; lead=; workingHours=")
                        .told("lead=M", "lead allocation.form.lead.missing")
                        .told("workingHours=0", "workingHours allocation.form.workingHours.invalid")
                        .told("workingHours=41", "workingHours allocation.form.workingHours.invalid")
                        .told("mode=INHOUSE", "mode allocation.error.inhouse")
                        .told("mode=DIRECT_AWARD", "directReason allocation.form.directReason.missing")
                        .let("mode=DIRECT_AWARD; directReason=URGENT")
                        .told("startsOn=9 6 2026", "startsOn allocation.form.startsOn.past")
                        .told("startsOn=11 6 2027", "startsOn allocation.form.startsOn.far"),
                new Form("adverts.allocation.AllocationForm", allocation, Set.of(), true, TODAY)
                        .let("mode=INHOUSE")
                        .told("mode=INHOUSE; workingHours=", "workingHours allocation.form.workingHours.invalid"),
                new Form(
                                "adverts.weighting.WeightSetForm",
                                "quality=30; price=20; start=10; windows=10; continuity=10; welsh=10; capacity=5; run=5;"
                                        + " startsOn=10 6 2026; reason=Why",
                                TODAY,
                                (Function<LocalDate, WeightsInForce.Named>) day ->
                                        new WeightsInForce.Named(4, TODAY, new Weights(40, 20, 10, 10, 10, 0, 5, 5)))
                        .let("", "startsOn=10 6 2027")
                        .told("quality=31", "quality weighting.error.sum")
                        .told("quality=40; welsh=0", "quality weighting.error.same")
                        .told("startsOn=9 6 2026", "startsOn weighting.error.past")
                        .told("startsOn=11 6 2027", "startsOn weighting.form.startsOn.far"));
    }

    private static List<Form> bidding() {
        String bid = "rate=20; start=15 6 2026; coverage=ALL; lines=$blank";
        String bundle = "want=APART; parts=$both";
        List<Object> adverts = List.of(advert("a", "NONE", false), advert("b", "NONE", false));
        return List.of(
                lines(new Form("bidding.BidForm", bid, advert("a", "NONE", false), null, TODAY))
                        .let("", "rate=18", "rate=24", "start=18 7 2026", "coverage=SOME; lines=$offered")
                        .let("coverage=OTHER_WINDOWS; lines=$moved")
                        .told("lines=$moved", "coverage bidding.form.coverage.windows")
                        .told("coverage=SOME; lines=$moved", "coverage bidding.form.coverage.windows")
                        .told("coverage=SOME", "coverage bidding.form.coverage.none")
                        .told("coverage=OTHER_WINDOWS; lines=$offered", "coverage bidding.form.coverage.noWindow")
                        .told("coverage=OTHER_WINDOWS; lines=$window", "lines[0].offered bidding.form.line.notOffered")
                        .told("coverage=OTHER_WINDOWS; lines=$half", "lines[0].until bidding.form.line.window")
                        .told(
                                "lines=$untimely",
                                "coverage bidding.form.coverage.windows",
                                "lines[0].from bidding.form.line.time")
                        .told("coverage=OTHER_WINDOWS; lines=$turned", "lines[0].until bidding.form.line.window")
                        .told("rate=17.99", "rate bidding.form.rate.envelope")
                        .told("rate=24.01", "rate bidding.form.rate.envelope")
                        .told("start=11 6 2026", "start bidding.form.start.early")
                        .told("start=19 7 2026", "start bidding.form.start.late"),
                lines(new Form("bidding.BidForm", bid, advert("a", "NEED", true), Money.of("30"), TODAY))
                        .let("welsh=yes", "welsh=yes; rate=30; exceptional=Why")
                        .let("welsh=yes; coverage=OTHER_WINDOWS; lines=$within")
                        .told("", "welsh bidding.form.welsh.needed")
                        .told("welsh=yes; rate=24.01", "exceptional bidding.form.exceptional.missing")
                        .told(
                                "welsh=yes; coverage=OTHER_WINDOWS; lines=$moved",
                                "lines[0].from bidding.form.line.critical"),
                parts(new Form("bidding.BundleBidForm", bundle, adverts, TODAY))
                        .let("", "parts=$one", "want=TOGETHER")
                        .told("parts=$none", "want bidding.bundle.error.several")
                        .told("want=TOGETHER; parts=$one", "want bidding.bundle.error.several")
                        .told("parts=$unpriced", "parts[0].rate bidding.form.rate.number.of")
                        .told("parts=$cheap", "parts[0].rate bidding.form.rate.envelope.of")
                        .told("parts=$undated", "parts[0].start bidding.form.start.date.of")
                        .told("parts=$early", "parts[0].start bidding.form.start.early.of"),
                parts(new Form("bidding.BundleBidForm", bundle, List.of(advert("a", "NEED", false)), TODAY))
                        .let("welsh=yes; parts=$one")
                        .told("welsh=yes", " bidding.bundle.error.closed")
                        .told("parts=$one", "welsh bidding.form.welsh.needed.of"));
    }

    private static Form lines(Form form) {
        return form.with("blank", List.of(line(false, "", "")))
                .with("offered", List.of(line(true, "", "")))
                .with("window", List.of(line(false, "09:30", "10:30")))
                .with("moved", List.of(line(true, "09:30", "10:30")))
                .with("within", List.of(line(true, "08:00", "09:00")))
                .with("untimely", List.of(line(true, "?", "10:30")))
                .with("half", List.of(line(true, "09:30", "")))
                .with("turned", List.of(line(true, "10:30", "09:30")));
    }

    private static Object line(boolean offered, String from, String until) {
        return made("bidding.LineForm", "offered", offered, "from", from, "until", until);
    }

    private static Form parts(Form form) {
        Object second = part("b", true, "20", "15 6 2026");
        return form.with("both", List.of(part("a", true, "20", "15 6 2026"), second))
                .with("one", List.of(part("a", true, "20", "15 6 2026"), part("b", false, "", "")))
                .with("none", List.of(part("a", false, "", ""), part("b", false, "", "")))
                .with("unpriced", List.of(part("a", true, "", "15 6 2026"), second))
                .with("cheap", List.of(part("a", true, "17", "15 6 2026"), second))
                .with("undated", List.of(part("a", true, "20", ""), second))
                .with("early", List.of(part("a", true, "20", "11 6 2026"), second));
    }

    private static Object part(String advert, boolean offered, String rate, String start) {
        return made(
                "bidding.BundleBidForm$PartForm",
                "advert",
                advert,
                "offered",
                offered,
                "rate",
                rate,
                "start",
                date(start));
    }

    private static Object advert(String ref, String welsh, boolean critical) {
        Object line = made(
                "adverts.AdvertLine",
                "id",
                ID,
                "days",
                "13",
                "band",
                "MORNING",
                "from",
                LocalTime.of(7, 30),
                "until",
                LocalTime.of(9, 0),
                "minutes",
                30,
                "workers",
                1,
                "timeCritical",
                critical);
        return made(
                "adverts.AdvertFacts",
                "ref",
                made("adverts.AdvertRef", "value", ref),
                "welsh",
                welsh,
                "startEarliest",
                LocalDate.of(2026, 6, 12),
                "startLatest",
                LocalDate.of(2026, 6, 20),
                "rateFloor",
                Money.of("18"),
                "rateCeiling",
                Money.of("24"),
                "lines",
                List.of(line));
    }

    private static List<Form> placements() {
        String first = Reference.random("PLC", new Random(1));
        String second = Reference.random("PLC", new Random(2));
        Object group =
                made("placements.transfers.Group", "rows", List.of(held(first), held(second)), "takers", List.of());
        Object choice = made(
                "placements.transfers.Transfers$Choice",
                "groups",
                List.of(group),
                "today",
                TODAY,
                "earliest",
                LocalDate.of(2026, 7, 8));
        return List.of(
                new Form(
                                "placements.DirectForm#placements.DirectAwardController#check",
                                "provider=" + ID + "; rate=20; start=10 6 2025",
                                offer(null))
                        .let("", "rate=18", "rate=24")
                        .told("rate=17.99", "rate placements.form.rate.outside")
                        .told("rate=24.01", "rate placements.form.rate.outside")
                        .let("start=10 6 2027")
                        .told("start=11 6 2027", "start placements.form.start.late")
                        .told("start=9 6 2025", "start placements.form.start.early")
                        .told("provider=" + new UUID(0, 2), "provider placements.form.provider.missing")
                        .told("provider=" + new UUID(0, 3), "provider placements.form.provider.missing"),
                new Form(
                                "placements.DirectForm#placements.DirectAwardController#check",
                                "provider=" + ID + "; rate=20; start=1 7 2026",
                                offer(LocalDate.of(2026, 7, 1)))
                        .let("", "start=2 7 2026")
                        .told("start=30 6 2026", "start placements.form.start.left"),
                new Form("placements.EndForm", "reason=NOT_NEEDED; last=10 6 2026", bounds("LIVE"))
                        .let("", "last=5 6 2026", "last=11 6 2026", "reason=DIED")
                        .let("reason=PROVIDER_FAILURE; last=8 7 2026", "reason=PROVIDER_FAILURE")
                        .told("last=4 6 2026", "last placements.form.last.visited")
                        .told("reason=DIED; last=11 6 2026", "last placements.form.last.future")
                        .let("last=10 6 2027")
                        .told("last=11 6 2027", "last placements.form.last.late")
                        .told("reason=PROVIDER_FAILURE; last=7 7 2026", "last placements.form.last.soon"),
                new Form("placements.EndForm", "reason=NOT_NEEDED; last=10 6 2026", bounds("NOTICE_GIVEN"))
                        .let("")
                        .told("last=11 6 2026", "last placements.form.last.noticeGiven"),
                new Form("placements.HandbackForm", "reason=TOO_FAR; last=8 7 2026", bounds("LIVE"))
                        .let("", "last=7 7 2026; note=Why", "last=10 6 2026; note=Why")
                        .let("last=10 6 2027")
                        .told("last=11 6 2027", "last placements.form.last.late")
                        .told("last=7 7 2026", "note placements.form.note.early")
                        .told("last=9 6 2026", "last placements.form.last.past"),
                new Form("placements.RiskForm", "reason=Why", made("placements.Notice", "askedOn", TODAY))
                        .let("day=EARLIER", "day=NOTICE")
                        .told("", "day placements.form.day.missing")
                        .told("day=?", "day placements.form.day.missing"),
                new Form("placements.RiskForm", "reason=Why", made("placements.Notice")).let(""),
                new Form(
                                "placements.transfers.TransferForm",
                                "chosen=" + first + "," + second + "; reason=TRANSFER; last=8 7 2026; note=Why",
                                choice)
                        .let("", "reason=PROVIDER_FAILURE; last=10 6 2026")
                        .told("chosen=" + first, "chosen transfers.form.chosen.together")
                        .let("last=10 6 2027")
                        .told("reason=PROVIDER_FAILURE; last=11 6 2027", "last transfers.form.last.late")
                        .told("last=7 7 2026", "last transfers.form.last.soon")
                        .told("last=9 6 2026", "last transfers.form.last.past"),
                new Form("placements.suspensions.ReportForm", "kind=HOSPITAL; day=10 6 2026; time=12:00", NOW)
                        .let("", "kind=AWAY; time=12:01", "day=12 3 2026; time=11:00")
                        .told("time=?", "time suspensions.form.time.missing")
                        .told("time=12:01", "day suspensions.form.day.future")
                        .told("day=12 3 2026; time=10:59", "day suspensions.form.day.long"),
                new Form("placements.suspensions.RuleForm", "from=11 6 2026", TODAY)
                        .let("")
                        .told("from=10 6 2026", "from suspensions.form.from.past"),
                new Form("placements.variations.EndRequestForm", "why=MOVED; last=10 6 2026", asked(), false)
                        .let("")
                        .let("last=10 6 2027")
                        .told("last=11 6 2027", "last variations.form.last.late")
                        .told("why=TRANSFER", "why variations.form.why.missing")
                        .told("last=9 6 2026", "last variations.form.last.past"),
                new Form("placements.variations.EndRequestForm", "last=10 6 2026", asked(), true)
                        .let("why=TRANSFER", "why=TRANSFER; last=8 7 2026", "why=MOVED; last=7 7 2026")
                        .told("why=TRANSFER; last=7 7 2026", "last variations.form.last.soon"));
    }

    /** @param left when the provider that leaves has gone */
    private static Object offer(@Nullable LocalDate left) {
        Object eligible = made("matching.Eligibility$Eligible");
        return made(
                "placements.DirectAwards$Offer",
                "facts",
                made("carepackages.PackageFacts", "startEarliest", TODAY),
                "candidates",
                List.of(
                        made("placements.DirectAwards$Candidate", "provider", ID, "eligibility", eligible),
                        made("placements.DirectAwards$Candidate", "provider", new UUID(0, 2))),
                "envelope",
                made("rates.Envelope", "floor", Money.of("18"), "ceiling", Money.of("24")),
                "latest",
                LocalDate.of(2027, 6, 10),
                "left",
                left);
    }

    private static Object asked() {
        return made("placements.variations.Variations$Prospect", "today", TODAY, "earliest", TODAY.plusDays(28));
    }

    /** Flexible since the first of June; of this block’s 100 minutes 30 are saved, all on Tuesday. */
    private static Object bank(String mode, LocalDate first, int days) {
        return enteredOn(LocalDate.of(2026, 6, 9), mode, first, days);
    }

    private static Object enteredOn(LocalDate day, String mode, LocalDate first, int days) {
        Object block = made("visits.flexible.Block", "from", first, "until", first.plusDays(days));
        Object agreed = made("visits.flexible.BankTable$Agreement", "from", LocalDate.of(2026, 6, 1), "mode", mode);
        Object saved =
                made("visits.flexible.BankTable$Entry", "blockFrom", first, "day", day, "kind", "SAVED", "minutes", 30);
        return made(
                "visits.flexible.Bank$View",
                "meter",
                made("visits.flexible.Bank$Meter", "block", block, "owed", 100, "saved", 30),
                "ledger",
                made("visits.flexible.Ledger", "agreements", List.of(agreed), "entries", List.of(saved)),
                "today",
                TODAY);
    }

    private static Object agreedFrom(LocalDate day) {
        Object agreed = made("visits.flexible.BankTable$Agreement", "from", day, "mode", "NONE");
        Object ledger = made("visits.flexible.Ledger", "agreements", List.of(agreed), "entries", List.of());
        return made("visits.flexible.Bank$View", "ledger", ledger, "today", TODAY);
    }

    private static Object bounds(String status) {
        return made(
                "placements.Endings$Bounds",
                "row",
                made("placements.PlacementView$Row", "status", status),
                "today",
                TODAY,
                "earliest",
                LocalDate.of(2026, 7, 8),
                "lastVisit",
                LocalDate.of(2026, 6, 5));
    }

    private static Object held(String ref) {
        return made(
                "placements.transfers.Held",
                "ref",
                made("placements.PlacementRef", "value", ref),
                "together",
                ID,
                "status",
                "PENDING_START");
    }

    private static List<Form> variations() {
        String call = "days=1,3; band=MORNING; from=07:30; until=09:00; minutes=30; workers=1; tier=DAILY_ESSENTIAL;"
                + " tasks=Help";
        String name = "placements.variations.CallForm";
        return List.of(
                new Form(name + "#checkAnother", "chosen=yes; " + call, "")
                        .let("chosen=; days=; from=; until=; minutes=; tasks=; workers=2")
                        .told("chosen=", "chosen variations.form.chosen.unwanted")
                        .let("", "workers=2", "from=; until=", "from=08:59", "tasks=x*1000")
                        .told("days=", "days variations.form.days.missing")
                        .told("band=", "band variations.form.band.missing")
                        .told("workers=3", "workers variations.form.workers.missing")
                        .told("tier=", "tier variations.form.tier.missing")
                        .told("tasks=", "tasks variations.form.tasks.missing")
                        .told("tasks=x*1001", "tasks variations.form.tasks.long")
                        .told("from=", "from variations.form.from.missing")
                        .told("until=", "until variations.form.until.missing")
                        .told("from=09:00", "until variations.form.until.before")
                        .told("band=NIGHT; from=23:00; until=22:00", "until variations.form.until.midnight")
                        .let("band=NIGHT; from=23:00; until=05:00; minutes=300")
                        .told("band=NIGHT; from=23:00; until=05:00; minutes=301", "until variations.form.until.sit")
                        .told("minutes=4", "minutes variations.form.minutes.missing")
                        .told("minutes=721", "minutes variations.form.minutes.missing")
                        .let("minutes=720", "minutes=5; shortReason=CHECK")
                        .told("minutes=29", "shortReason variations.form.shortReason.missing"),
                new Form(
                                name,
                                call,
                                "",
                                made("carepackages.CallLineView", "band", "MORNING", "timeCritical", true),
                                made(
                                        "carepackages.CallTerms",
                                        "days",
                                        "13",
                                        "band",
                                        "MORNING",
                                        "from",
                                        LocalTime.of(7, 30),
                                        "until",
                                        LocalTime.of(9, 0),
                                        "minutes",
                                        30,
                                        "workers",
                                        1,
                                        "tier",
                                        "DAILY_ESSENTIAL",
                                        "workerGender",
                                        "ANY",
                                        "tasks",
                                        "Help"))
                        .let("", "chosen=yes", "chosen=yes; days=; minutes=; from=07:30")
                        .told("chosen=yes; days=1", "chosen variations.form.chosen.altered")
                        .told("chosen=yes; from=08:00", "chosen variations.form.chosen.altered")
                        .told("chosen=yes; until=08:45", "chosen variations.form.chosen.altered")
                        .told("chosen=yes; minutes=45", "chosen variations.form.chosen.altered")
                        .told("chosen=yes; workers=2", "chosen variations.form.chosen.altered")
                        .told("chosen=yes; shortReason=CHECK", "chosen variations.form.chosen.altered")
                        .told(
                                "from=; until=",
                                "from variations.form.from.missing",
                                "until variations.form.until.missing"),
                weeks(null)
                        .let("", "calls=$stops; another=$another", "back=11 6 2026", "start=1 6 2026")
                        .told("calls=$other", " variations.form.stale")
                        .told("calls=", " variations.form.stale")
                        .told("calls=$same", " variations.form.nothing")
                        .told("calls=$stops", " variations.form.noCalls")
                        .told("calls=$empty", "calls[0].days variations.form.days.missing")
                        .told("another=$idle", "another.tasks variations.form.tasks.missing")
                        .told("calls=$both; another=$another", "calls[0].chosen variations.form.chosen.altered")
                        .let("calls=$emptied; another=$another", "another=$radios")
                        .told("another=$written", "another.chosen variations.form.chosen.unwanted")
                        .told("start=31 5 2026", "start variations.form.start.early")
                        .told("start=11 6 2027; back=", "start variations.form.start.late")
                        .told("back=10 6 2026", "back variations.form.back.before"),
                weeks(LocalDate.of(2026, 7, 1))
                        .let("calls=$same; another=$another")
                        .told("", "start variations.form.start.changed"));
    }

    private static Form weeks(@Nullable LocalDate until) {
        Object call = made(
                "carepackages.CallLineView",
                "id",
                ID,
                "days",
                "13",
                "band",
                "MORNING",
                "from",
                LocalTime.of(7, 30),
                "until",
                LocalTime.of(9, 0),
                "minutes",
                30,
                "workers",
                1,
                "tier",
                "DAILY_ESSENTIAL",
                "workerGender",
                "ANY",
                "tasks",
                "Help");
        Object owed = made(
                "placements.ServiceOrders$Owed",
                "call",
                made("carepackages.DatedCall", "call", call, "until", until),
                "agreed",
                made("placements.AwardLine", "callLine", ID));
        Object prospect = made(
                "placements.variations.Variations$Prospect",
                "subject",
                made("placements.variations.Subject", "begins", LocalDate.of(2026, 6, 1)),
                "calls",
                List.of(owed),
                "today",
                TODAY);
        return new Form("placements.variations.VariationForm", "start=10 6 2026; calls=$longer", prospect)
                .with("same", List.of(call(ID.toString(), false, "13", "30", "")))
                .with("longer", List.of(call(ID.toString(), false, "13", "45", "")))
                .with("other", List.of(call("another", false, "13", "45", "")))
                .with("stops", List.of(call(ID.toString(), true, "13", "30", "")))
                .with("empty", List.of(call(ID.toString(), false, "", "30", "")))
                .with("another", call("", true, "2", "30", "Help"))
                .with("both", List.of(call(ID.toString(), true, "13", "45", "")))
                .with("emptied", List.of(call(ID.toString(), true, "", "", "")))
                .with("radios", made("placements.variations.CallForm", "band", "MORNING", "workers", "2"))
                .with("written", call("", false, "2", "30", "Help"))
                .with("idle", call("", true, "2", "30", ""));
    }

    private static Object call(String key, boolean chosen, String days, String minutes, String tasks) {
        return made(
                "placements.variations.CallForm",
                "call",
                key,
                "chosen",
                chosen,
                "days",
                days.chars().mapToObj(Character::toString).toList(),
                "band",
                "MORNING",
                "from",
                "07:30",
                "until",
                "09:00",
                "minutes",
                minutes,
                "workers",
                "1",
                "tier",
                "DAILY_ESSENTIAL",
                "tasks",
                tasks);
    }

    private static List<Form> bridging() {
        Object running = made("bridging.EpisodeView", "startedOn", LocalDate.of(2026, 6, 1));
        Object ended = made(
                "bridging.EpisodeView", "startedOn", LocalDate.of(2026, 6, 1), "endedOn", LocalDate.of(2026, 6, 9));
        Object tomorrow = made("bridging.EpisodeView", "startedOn", LocalDate.of(2026, 6, 11));
        Object week = made("bridging.InhouseWeek", "monday", LocalDate.of(2026, 6, 15));
        Object goal = made("bridging.enablement.Enablement$Goal");
        Object enablement = made(
                "bridging.enablement.Enablement$View",
                "episode",
                made("bridging.enablement.Enablement$Episode", "started", LocalDate.of(2026, 6, 1)),
                "goals",
                List.of(goal, goal),
                "today",
                TODAY);
        String actual = "day=9 6 2026; user=60; carer=60; displaced=60";
        return List.of(
                new Form("bridging.CostForm", "from=10 6 2026", TODAY)
                        .let("")
                        .told("from=9 6 2026", "from bridging.form.costFrom.past"),
                new Form(
                                "bridging.CoverForm",
                                "cover=FAMILY; day=10 6 2026; time=12:00",
                                NOW,
                                Optional.of(Instant.parse("2026-06-10T10:00:30Z")))
                        .let("", "time=11:00")
                        .told("cover=BRIDGING", "cover bridging.cover.cover.missing")
                        .told("time=12:01", "day bridging.cover.day.future")
                        .told("time=10:59", "day bridging.cover.day.order"),
                new Form("bridging.CoverForm", "cover=HOSPITAL; day=12 3 2026; time=11:00", NOW, Optional.empty())
                        .let("", "cover=FAMILY; time=10:59")
                        .told("time=10:59", "day bridging.cover.day.long"),
                new Form("bridging.AcceptanceForm", "start=8 6 2026; expectedEnd=8 6 2026", TODAY.minusDays(2), TODAY)
                        .let("", "expectedEnd=8 6 2027", "start=2 9 2026; expectedEnd=2 9 2026")
                        .told("start=7 6 2026", "start bridging.accept.start.range")
                        .told("start=3 9 2026; expectedEnd=3 9 2026", "start bridging.accept.start.range")
                        .told("expectedEnd=7 6 2026", "expectedEnd bridging.accept.expectedEnd.range")
                        .told("expectedEnd=9 6 2027", "expectedEnd bridging.accept.expectedEnd.range"),
                new Form("bridging.ReasonForm", "reason=MONDAY", (Object) DayOfWeek.values())
                        .let("")
                        .told("reason=", "reason bridging.reason.missing"),
                new Form("bridging.ActualForm", actual, ended, TODAY)
                        .let("", "day=1 6 2026", "user=1440; carer=1440", "carer=2880")
                        .told("day=10 6 2026", "day bridging.actuals.day.outside")
                        .told("day=31 5 2026", "day bridging.actuals.day.outside")
                        .told("user=1441; carer=1441", "user bridging.actuals.user.wrong")
                        .told("carer=2881", "carer bridging.actuals.carer.wrong")
                        .told("carer=59; displaced=59", "carer bridging.actuals.carer.less")
                        .told("displaced=61", "displaced bridging.actuals.displaced.more"),
                new Form("bridging.ActualForm", actual, running, TODAY)
                        .let("day=10 6 2026")
                        .told("day=11 6 2026", "day bridging.actuals.day.future"),
                new Form("bridging.EndForm", "last=10 6 2026; reason=HOSPITAL; time=11:59", running, NOW)
                        .let("", "last=31 5 2026; time=13:00", "last=13 3 2026")
                        .told("time=", "time bridging.end.time.missing")
                        .told("time=12:01", "time bridging.end.time.future")
                        .told("last=11 6 2026", "last bridging.end.last.future")
                        .told("last=12 3 2026", "last bridging.end.last.long"),
                new Form("bridging.EndForm", "last=10 6 2026; reason=DIED", running, NOW)
                        .let("", "last=1 6 2026")
                        .told("reason=", "reason bridging.end.reason.missing")
                        .told("last=31 5 2026", "last bridging.end.last.early")
                        .told("last=11 6 2026", "last bridging.end.last.future"),
                new Form("bridging.EndForm", "reason=DIED", tomorrow, NOW).let("last=11 6 2026"),
                new Form(
                                "bridging.DeclarationForm",
                                "monday=2026-06-15; available=10; enablement=10; weeks=1",
                                List.of(week))
                        .let("")
                        .told("monday=2026-06-22", "monday bridging.capacity.monday.missing")
                        .told("enablement=10.5", "enablement bridging.capacity.enablement.more"),
                new Form("bridging.ReviewForm", "outcome=CONTINUES; expectedEnd=10 6 2026", TODAY)
                        .let("", "expectedEnd=10 6 2027")
                        .told("outcome=", "outcome bridging.review.outcome.missing")
                        .told("expectedEnd=9 6 2026", "expectedEnd bridging.review.expectedEnd.range")
                        .told("expectedEnd=11 6 2027", "expectedEnd bridging.review.expectedEnd.range"),
                new Form(
                                "bridging.enablement.BeginForm",
                                "carePackage=" + Reference.random("PKG", new Random(1))
                                        + "; start=10 6 2026; end=11 6 2026; goals=Walk",
                                TODAY)
                        .let("", "start=12 3 2026", "goals=1\n2\n3\n4\n5", "goals=x*300")
                        .told("carePackage=PKG-1", "carePackage enablement.form.package.invalid")
                        .told("goals=", "goals enablement.form.goals.missing")
                        .told("goals=1\n2\n3\n4\n5\n6", "goals enablement.form.goals.many")
                        .told("goals=x*301", "goals enablement.form.goals.long")
                        .told("start=11 6 2026; end=12 6 2026", "start enablement.form.start.future")
                        .told("start=11 3 2026", "start enablement.form.start.long")
                        .told("end=10 6 2026", "end enablement.form.end.before"),
                new Form("bridging.enablement.FinishForm", "last=10 6 2026; hours=5; reached=YES,NO", enablement)
                        .let("", "last=1 6 2026", "reached=PARTLY,YES", "hours=168")
                        .told("hours=168.01", "hours enablement.form.hours.week")
                        .told("reached=YES", "reached[1] enablement.form.reached.missing")
                        .told("last=11 6 2026", "last enablement.form.last.future")
                        .told("last=31 5 2026", "last enablement.form.last.before"));
    }

    private static List<Form> visits() {
        String changed = "starts=8:00; worker=Ann; second=Ben; told=PHONE";
        String rota = "monday=2026-06-08; weeks=6; times=d3p2>8:00; workers=d3p2>Ann; seconds=d3p2>Ben";
        Object problem = made("visits.Problem", "field", "WORKERS", "reason", "WORKERS");
        return List.of(
                new Form("visits.VisitForm#show", "", List.of(problem)).told("", "workers visits.problem"),
                new Form("visits.VisitForm#show", "", List.of()).let(""),
                new Form(
                                "visits.flexible.AgreementForm",
                                "mode=WEEK; atEnd=EXPIRES; from=10 6 2026",
                                bank("WEEK", LocalDate.of(2026, 6, 8), 7))
                        .let("", "mode=BANK; atEnd=RETURNS", "mode=NONE; atEnd=")
                        .told("atEnd=", "atEnd flexible.form.atEnd.missing")
                        .told("from=9 6 2026", "from flexible.form.from.past")
                        .told("from=11 6 2027", "from flexible.form.from.late"),
                new Form(
                                "visits.flexible.AgreementForm",
                                "mode=WEEK; atEnd=EXPIRES; from=10 6 2027",
                                agreedFrom(LocalDate.of(2026, 7, 1)))
                        .let("", "from=2 7 2026")
                        .told("from=1 7 2026", "from flexible.form.from.twice"),
                new Form(
                                "visits.flexible.AgreementForm",
                                "mode=WEEK; atEnd=EXPIRES; from=11 6 2026",
                                enteredOn(TODAY, "WEEK", LocalDate.of(2026, 6, 8), 7))
                        .let("")
                        .told("from=10 6 2026", "from flexible.form.from.entered"),
                new Form(
                                "visits.flexible.EntryForm",
                                "kind=USED; day=10 6 2026; minutes=30; reason=Why",
                                bank("BANK", LocalDate.of(2026, 6, 1), 91))
                        .let("", "day=9 6 2026")
                        .told("minutes=31", "minutes flexible.form.minutes.saved")
                        .told("day=8 6 2026; minutes=1", "minutes flexible.form.minutes.savedBy"),
                new Form(
                                "visits.flexible.EntryForm",
                                "kind=USED; day=10 6 2026; minutes=30; reason=Why",
                                bank("WEEK", LocalDate.of(2026, 6, 8), 7))
                        .let("", "day=8 6 2026", "kind=SAVED; minutes=70", "kind=SAVED; minutes=9999; day=7 6 2026")
                        .told("day=11 6 2026", "day flexible.form.day.future")
                        .told("day=31 5 2026", "day flexible.form.day.rigid")
                        .told("minutes=31", "minutes flexible.form.minutes.saved")
                        .told("day=7 6 2026; minutes=1", "minutes flexible.form.minutes.saved")
                        .told("kind=SAVED; minutes=71", "minutes flexible.form.minutes.owed"),
                new Form("visits.calls.DecisionForm", "step=query; text=Why", Set.of("query", "settle"))
                        .let("", "text=x*1000", "step=settle; text=")
                        .told("step=answer", "step calls.form.step.missing")
                        .told("step=; text=", "step calls.form.step.missing")
                        .told("text=", "text calls.form.text.missing")
                        .told("text=x*1001", "text calls.form.text.long"),
                new Form(
                                "visits.calls.ToleranceForm",
                                "from=10 6 2026; critical=120; shorter=100; longer=600; reach=360; report=28",
                                Set.of("P"),
                                TODAY)
                        .let("", "provider=P", "critical=0")
                        .told("provider=Q", "provider calls.tolerances.form.provider.wrong")
                        .told("from=", "from calls.tolerances.form.day.wrong")
                        .told("from=9 6 2026", "from calls.tolerances.form.day.past")
                        .told("critical=", "critical calls.tolerances.form.number.wrong")
                        .told("critical=121", "critical calls.tolerances.form.number.wrong")
                        .told("shorter=101", "shorter calls.tolerances.form.number.wrong")
                        .told("longer=601", "longer calls.tolerances.form.number.wrong")
                        .told("reach=361", "reach calls.tolerances.form.number.wrong")
                        .told("report=29", "report calls.tolerances.form.number.wrong"),
                new Form("visits.VisitFilter", "from=$day; to=$day")
                        .with("day", TODAY)
                        .with("next", TODAY.plusDays(1))
                        .let("", "to=$next")
                        .told("from=$next", " visits.filter.order"),
                new Form("visits.rota.ChangeForm", changed, due(2, true))
                        .let("", "starts=9:00", "told=NOT_YET", "worker=x*60", "second=x*60")
                        .told("starts=", "starts rota.form.time")
                        .told("starts=9:01", "starts rota.form.critical")
                        .told("told=", "told rota.form.told")
                        .told("worker=", "worker rota.form.worker")
                        .told("second=", "second rota.form.second")
                        .told("second=ann", "second rota.form.same"),
                new Form("visits.rota.ChangeForm", changed, due(1, false)).let("starts=9:01; second="),
                new Form("visits.rota.PublishForm", rota, List.of(due(2, true)))
                        .let("", "times=d3p2>9:00", "workers=d3p2>x*60", "seconds=d3p2>x*60")
                        .told("weeks=7", "weeks rota.form.weeks")
                        .told("times=", "times[d3p2] rota.form.time")
                        .told("times=d3p2>9:01", "times[d3p2] rota.form.critical")
                        .told("workers=", "workers[d3p2] rota.form.worker")
                        .told("times=; workers=; seconds=", "times[d3p2] rota.form.blank")
                        .told("times=; workers=", "times[d3p2] rota.form.time", "workers[d3p2] rota.form.worker")
                        .told("workers=d3p2>x*61", "workers[d3p2] rota.form.worker")
                        .told("seconds=", "seconds[d3p2] rota.form.second")
                        .told("seconds=d3p2>x*61", "seconds[d3p2] rota.form.second")
                        .told("seconds=d3p2>ann", "seconds[d3p2] rota.form.same"),
                new Form("visits.rota.PublishForm", rota, List.of(due(1, false))).let("times=d3p2>9:01; seconds="));
    }

    private static Object due(int workers, boolean critical) {
        return made(
                "visits.rota.DueCall",
                "day",
                TODAY,
                "position",
                2,
                "band",
                "MORNING",
                "from",
                LocalTime.of(7, 30),
                "until",
                LocalTime.of(9, 0),
                "workers",
                workers,
                "timeCritical",
                critical);
    }

    private static List<Form> rates() {
        return List.of(
                change(ChangeKind.CARD)
                        .let("", "minutesFrom=30; minutesTo=30", "zone=RURAL", "workers=2", "from=10 6 2031")
                        .let("until=", "source=")
                        .told("service=", "service rates.form.service.missing")
                        .told("zone=", "zone rates.form.zone.missing")
                        .told("days=", "days rates.form.days.missing")
                        .told("workers=3", "workers rates.form.workers.missing")
                        .told("minutesFrom=0", "minutesFrom rates.form.minutesFrom.number")
                        .told("minutesTo=721", "minutesTo rates.form.minutesTo.number")
                        .told("minutesFrom=31; minutesTo=30", "minutesTo rates.form.minutes.order")
                        .told("rate=", "rate rates.form.rate.number")
                        .told("rate=0", "rate rates.form.rate.number")
                        .told("from=10 6 2026", "from rates.form.from.past")
                        .told("from=11 6 2031", "from rates.form.from.far"),
                change(ChangeKind.ADJUSTMENT)
                        .let("from=10 6 2026; until=10 6 2026")
                        .told(
                                "from=11 6 2026; until=10 6 2026",
                                "from rates.form.from.adjustment",
                                "until rates.form.until.order")
                        .told("from=10 6 2026; until=11 6 2026", "until rates.form.until.adjustment"),
                change(ChangeKind.ENVELOPE)
                        .let("", "floor=20", "ceiling=20")
                        .told("floor=0", "floor rates.form.floor.number")
                        .told("floor=", "floor rates.form.floor.number")
                        .told("ceiling=", "ceiling rates.form.ceiling.number")
                        .told("floor=20.01", "floor rates.form.floor.above")
                        .told("ceiling=19.99", "ceiling rates.form.ceiling.below")
                        .told("source=", "source rates.form.source.missing"),
                change(ChangeKind.EXCEPTION)
                        .let("", "from=10 6 2026", "until=11 6 2026", "locality=newtown")
                        .told("locality=nowhere", "locality rates.form.locality.missing")
                        .told("from=9 6 2026", "from rates.form.from.gone")
                        .told("until=", "until rates.form.until.missing")
                        .told("until=10 6 2026", "until rates.form.until.order"),
                change(ChangeKind.PLEDGE).let("level=SILVER").told("level=", "level rates.form.level.missing"),
                change(ChangeKind.MINIMUM).let("nation=ENGLAND").told("nation=", "nation rates.form.nation.missing"),
                change(ChangeKind.ZONE)
                        .let("locality=newtown; zone=TOWN; rate=")
                        .told("zone=TOWN", "locality rates.form.locality.missing")
                        .told("locality=newtown", "zone rates.form.zone.one"),
                change(ChangeKind.FLAT).let("service=SLEEP_IN").told("", "service rates.form.service.missing"),
                new Form("rates.PriceForm", "from=10 6 2026", new DateRange(TODAY, TODAY.plusYears(1)))
                        .let("")
                        .told("from=9 6 2026", "from rates.price.from.unknown")
                        .told("from=11 6 2026", "from rates.price.from.unknown"),
                simplify("11 6 2026", "Why", true).let(""),
                simplify("10 6 2028", "", false).let(""),
                simplify("10 6 2026", "Why", true).told("", "from simplification.form.from.past"),
                simplify("11 6 2028", "Why", true).told("", "from simplification.form.from.far"),
                simplify("11 6 2026", "", true).told("", "reason simplification.form.reason.missing"),
                new Form(
                                "rates.simplification.UpliftForm",
                                "measure=PERCENT; amount=50; from=11 6 2026; reason=Why",
                                TODAY,
                                true)
                        .let("", "amount=-50", "measure=POUNDS; amount=20")
                        .told("from=10 6 2026", "from simplification.form.from.past")
                        .told("amount=0", "amount simplification.form.amount.range")
                        .told("amount=50.01", "amount simplification.form.amount.range")
                        .told("measure=POUNDS; amount=20.01", "amount simplification.form.amount.range"));
    }

    private static Form change(ChangeKind kind) {
        return new Form(
                "rates.ChangeForm",
                "service=SESSIONAL; zone=ALL; minutesFrom=1; minutesTo=720; days=EVERY_DAY; workers=ANY; level=GOLD;"
                        + " nation=WALES; locality=ALL; floor=18; rate=20; ceiling=24; from=11 6 2026; until=30 6 2026;"
                        + " source=Budget; reason=Why",
                kind,
                Set.of("newtown"),
                TODAY);
    }

    private static Form simplify(String from, String reason, boolean saving) {
        return new Form("rates.simplification.SimplifyForm", "", date(from), reason, TODAY, saving);
    }

    private static List<Form> others() {
        Object one = made("areas.Community", "code", "one");
        Object two = made("areas.Community", "code", "two");
        Object patch = made("areas.PatchView", "communities", List.of(one, two));
        String period = "from=2025-01; to=2026-05";
        return List.of(
                new Form(
                                "areas.PatchForm",
                                "communities=one; codes=SY16; partly=SY17",
                                null,
                                List.of(one, two),
                                Set.of())
                        .let("")
                        .told("communities=", "communities areas.form.communities.missing")
                        .told("communities=three", "communities areas.form.communities.unknown")
                        .told("codes=16", "codes areas.form.codes.form")
                        .told("partly=16", "partly areas.form.codes.form")
                        .told("partly=SY16", "partly areas.form.codes.twice"),
                new Form("areas.PatchForm", "communities=one", patch, List.of(one, two), Set.of("newtown"))
                        .let("rest=newtown", "communities=one,two")
                        .told("", "rest areas.form.rest.missing"),
                new Form("reporting.PeriodForm", period, true, NOW)
                        .let("", "from=2016-06", "to=2025-01", "known=2026-05-31", "known=2026-06-10")
                        .told("from=", "from reporting.form.from.wrong")
                        .told("to=", "to reporting.form.to.wrong")
                        .told("to=2024-12", "to reporting.form.to.early")
                        .told("from=2016-05", "to reporting.form.to.far")
                        .told("to=2026-06", "to reporting.form.to.future")
                        .told("known=2026-05-30", "to reporting.form.to.known")
                        .told("known=?", "known reporting.form.known.wrong")
                        .told("known=2026-06-11", "known reporting.form.known.future"),
                new Form("reporting.PeriodForm", period, false, NOW)
                        .let("to=2026-06")
                        .told("to=2026-07", "to reporting.form.to.future"));
    }

    /** The field and the key of each sentence. */
    private static List<String> found(Case one) throws ReflectiveOperationException {
        String[] name = one.form().name.split("#");
        Class<?> type = Class.forName("cymru.pontio." + name[0]);
        Map<String, Object> typed = new LinkedHashMap<>();
        for (String each : (one.form().usual + ";" + one.typed()).split(";")) {
            if (each.isBlank()) continue;
            String[] parts = each.strip().split("=", 2);
            typed.put(parts[0], one.form().values.getOrDefault(parts[1], parts[1]));
        }
        Object form = record(type, typed);
        Errors errors = new BeanPropertyBindingResult(form, "form");
        Class<?> owner = Class.forName("cymru.pontio." + one.form().owner());
        String wanted = name.length > 1 ? name[name.length - 1] : "check";
        // A form’s private check is a part of the other.
        Method check = Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> method.getName().equals(wanted))
                .filter(method -> owner != type || !Modifier.isPrivate(method.getModifiers()))
                .findFirst()
                .orElseThrow();
        List<@Nullable Object> about = new ArrayList<>(Arrays.asList(one.form().about));
        if (owner != type) about.addFirst(form);
        for (int i = 0; i < check.getParameterCount(); i++)
            if (Errors.class.isAssignableFrom(check.getParameterTypes()[i])) about.add(i, errors);
        check.setAccessible(true);
        check.invoke(form, about.toArray());
        return errors.getAllErrors().stream().map(FormChecksTests::told).toList();
    }

    private static String told(ObjectError error) {
        return (error instanceof FieldError field ? field.getField() : "") + " " + error.getCode();
    }

    /** A record of which only what a check looks at is known. */
    private static Object made(String name, @Nullable Object... known) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < known.length; i += 2) values.put((String) known[i], known[i + 1]);
        try {
            return record(Class.forName("cymru.pontio." + name), values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Object record(Class<?> type, Map<String, ? extends @Nullable Object> values)
            throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        assertThat(Arrays.stream(components).map(RecordComponent::getName)).containsAll(values.keySet());
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(Arrays.stream(components)
                .map(one -> value(one.getType(), values.get(one.getName())))
                .toArray());
    }

    private static @Nullable Object value(Class<?> type, @Nullable Object given) {
        if (given == null)
            return type == int.class ? 0 : type == long.class ? 0L : type == boolean.class ? false : null;
        if (!(given instanceof String typed)) return given;
        if (type.isEnum()) return constant(type, typed);
        if (type == DateParts.class) return date(typed);
        if (type == Boolean.class) return typed.equals("yes");
        if (type == List.class || type == Set.class) {
            List<String> chosen = typed.isEmpty() ? List.of() : List.of(typed.split(","));
            return type == List.class ? chosen : Set.copyOf(chosen);
        }
        if (type == Map.class)
            return typed.isEmpty() ? Map.of() : Map.of(typed.split(">")[0], text(typed.split(">")[1]));
        return text(typed);
    }

    private static String text(String typed) {
        return typed.startsWith("x*") ? "x".repeat(Integer.parseInt(typed.substring(2))) : typed;
    }

    private static DateParts date(String typed) {
        String[] parts = typed.isEmpty() ? new String[] {"", "", ""} : typed.split(" ");
        return new DateParts(parts[0], parts[1], parts[2]);
    }

    private static Object constant(String type, String name) {
        try {
            return constant(Class.forName("cymru.pontio." + type), name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Each form and key that stands in the rooms. */
    private static Set<String> written() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String room : ROOMS)
            try (Stream<Path> files = Files.walk(SOURCE.resolve(room))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    String name =
                            SOURCE.relativize(file).toString().replace('/', '.').replace(".java", "");
                    String prefix = name.startsWith("placements.") ? "variations.form." : "carepackages.call.";
                    Matcher rejects = REJECTS.matcher(Files.readString(file));
                    while (rejects.find()) codes(rejects.group(1), prefix).forEach(code -> all.add(name + " " + code));
                }
            }
        return all;
    }

    /** A call’s form makes its keys of the field and of what is wrong with it. */
    private static List<String> codes(String arguments, String prefix) {
        Matcher call = CALL.matcher(arguments);
        if (!call.matches())
            return CODE.matcher(arguments).results().map(one -> one.group(1)).toList();
        return KIND.matcher(call.group(2))
                .results()
                .map(kind -> prefix + call.group(1) + "." + kind.group(1))
                .toList();
    }
}
