package cymru.pontio.demo;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Micro-enterprises: two still being checked, one paused, one with all four places taken, and a network of three. */
final class MicroRows {
    private static final int NETWORK_FROM = 1;
    private static final int NETWORK_UNTIL = 3;
    /** The one whose account the sign-in page offers. */
    private static final int WITH_ACCOUNT = 3;

    private static final List<String> WHO = List.of("IDENTITY", "DBS", "REFERENCES", "FOUR_PEOPLE");
    private static final List<String> COVERED = List.of(
            "PUBLIC_LIABILITY", "PROFESSIONAL_INDEMNITY", "EMPLOYERS_LIABILITY", "VEHICLE", "TAX", "DATA_PROTECTION");
    private static final List<String> TRAINED = List.of(
            "TRAINING_SAFEGUARDING",
            "TRAINING_MOVING",
            "TRAINING_MEDICATION",
            "TRAINING_INFECTION",
            "TRAINING_FIRST_AID",
            "TRAINING_FOOD",
            "TRAINING_CAPACITY",
            "TRAINING_DEMENTIA",
            "TRAINING_FIRE",
            "TRAINING_HEALTH_SAFETY",
            "TRAINING_EQUALITY",
            "TRAINING_WELSH");
    private static final List<String> DUE_DILIGENCE =
            Stream.of(WHO, COVERED, TRAINED).flatMap(List::stream).toList();
    private static final List<String> QUALITY = List.of(
            "POLICY_SAFEGUARDING",
            "POLICY_COMPLAINTS",
            "POLICY_CONFIDENTIALITY",
            "POLICY_LONE_WORKING",
            "CONTRACT",
            "PERSONAL_PLAN",
            "RECORDS",
            "COVER",
            "SELF_ASSESSMENT",
            "ANNUAL_REVIEW");

    /**
     * @param checks how many of due diligence are done
     * @param quality how many of the quality framework
     * @param personal people in personal care
     */
    private record Story(
            String state, List<String> help, int began, int checks, int quality, int personal, int wellBeing) {}

    private static final List<Story> STORIES = List.of(
            new Story("LISTED", List.of("COMPANIONSHIP", "MEALS"), 610, 22, 9, 0, 5),
            new Story("LISTED", List.of("SHOPPING", "COMPANIONSHIP"), 540, 22, 10, 0, 7),
            new Story("LISTED", List.of("PERSONAL_CARE", "MEALS", "NIGHTS"), 500, 22, 10, 4, 2),
            new Story("LISTED", List.of("PERSONAL_CARE", "COMPANIONSHIP", "SITTING"), 430, 22, 8, 3, 3),
            new Story("LISTED", List.of("DOMESTIC", "MEALS", "PERSONAL_CARE"), 390, 22, 6, 1, 6),
            new Story("DUE_DILIGENCE", List.of("PERSONAL_CARE", "DOMESTIC"), 40, 22, 0, 0, 1),
            new Story("PAUSED", List.of("DOMESTIC", "SHOPPING"), 450, 22, 7, 0, 2),
            new Story("DUE_DILIGENCE", List.of("PERSONAL_CARE", "SHOPPING"), 15, 7, 0, 1, 0));

    private final Scene scene;
    private final String hash;
    private final int today;
    private final Cast.Member adviser = Cast.adviser();
    private final Cast.Member commissioner;

    MicroRows(Scene scene, String hash) {
        this.scene = scene;
        this.hash = hash;
        today = (int) (scene.now() / 86_400);
        commissioner = scene.cast().commissioner();
    }

    void write() {
        for (int i = 0; i < STORIES.size(); i++) {
            micro(i, STORIES.get(i));
            people(i, STORIES.get(i));
        }
        account();
        grant(0, "190.00", "UNIFORM", "Dwy diwnig a bathodyn · two tunics and a badge", 560, 2, 545);
        grant(2, "420.00", "EQUIPMENT", "A second-hand laptop", 470, 6, 455);
        grant(3, "280.00", "INSURANCE", "First year of public liability insurance", 200, 4, 190);
        grant(4, "150.00", "PUBLICITY", "Taflenni dwyieithog · bilingual flyers", 30, 5, 0);
        grant(5, "350.00", "INSURANCE", "Insurance and a first-aid course", 6, 0, 0);
        network();
    }

    private void micro(int number, Story story) {
        boolean listed = story.state.equals("LISTED") || story.state.equals("PAUSED");
        int since = story.state.equals("PAUSED") ? 21 : listed ? story.began - 45 : story.began - 5;
        scene.add(
                Table.MICRO_ENTERPRISE,
                id(number),
                story.state,
                listed ? commissioner.id() : adviser.id(),
                at(since),
                story.help,
                "01632 960 1" + (10 + number),
                null,
                null);
        step(number, "ENQUIRY", "", story.began, adviser);
        step(number, "DUE_DILIGENCE", "Came to see us · wedi galw heibio", story.began - 5, adviser);
        if (listed) step(number, "LISTED", "All in order · popeth mewn trefn", story.began - 45, commissioner);
        if (story.state.equals("PAUSED"))
            step(number, "PAUSED", "Away until the spring · i ffwrdd tan y gwanwyn", 21, commissioner);
        int left = story.checks;
        for (String item : DUE_DILIGENCE) {
            if (left-- > 0) check(number, item, story.began);
        }
        QUALITY.stream().limit(story.quality).forEach(item -> check(number, item, story.began - 30));
    }

    /** Insurance runs for a year and is seen each year; what was seen longest ago is due first. */
    private void check(int number, String item, int began) {
        boolean yearly = COVERED.contains(item) || item.equals("ANNUAL_REVIEW");
        boolean notNeeded = item.equals("EMPLOYERS_LIABILITY") || item.equals("VEHICLE") && number % 3 == 0;
        int seen = Math.max(1, Math.min(began - 8, yearly ? 345 - 15 * number : began - 8));
        scene.add(
                Table.MICRO_CHECK,
                key(began, number, 1, item.hashCode()),
                id(number),
                item,
                notNeeded ? "NOT_NEEDED" : "DONE",
                notNeeded
                        ? "Works alone, on foot · yn gweithio ei hun, ar droed"
                        : "Original seen · gwelwyd y gwreiddiol",
                At.date(today - seen),
                yearly && !notNeeded ? At.date(today - seen + 365) : null,
                at(seen),
                adviser.id(),
                adviser.name());
    }

    private void people(int number, Story story) {
        for (int i = 0; i < story.personal + story.wellBeing; i++) {
            boolean personal = i < story.personal;
            UUID who = key(story.began, number, 2, i);
            UUID arrangement = key(story.began, number, 3, i);
            int from = Math.max(3, story.began - 60 - 35 * i);
            scene.add(Table.MICRO_PERSON, who, id(number), "P" + (i + 1));
            scene.add(
                    Table.MICRO_ARRANGEMENT,
                    arrangement,
                    id(number),
                    who,
                    personal,
                    At.date(today - from),
                    null,
                    at(from),
                    adviser.id(),
                    adviser.name());
            scene.add(
                    Table.MICRO_ARRANGEMENT_STEP,
                    arrangement,
                    "RECORDED",
                    null,
                    at(from),
                    adviser.id(),
                    adviser.name());
        }
    }

    private void account() {
        UUID account = key(600, WITH_ACCOUNT, 4, 0);
        scene.add(
                Table.ACCOUNT,
                account,
                "micro-a@pontio.example",
                "Tesni Gates",
                hash,
                id(WITH_ACCOUNT),
                null,
                "ACTIVE",
                null);
        scene.add(Table.ACCOUNT_ROLE, account, "PROVIDER_MANAGER");
    }

    /**
     * @param decided days after the application; 0 is not decided
     * @param paid days ago; 0 is not paid
     */
    private void grant(int number, String amount, String purpose, String detail, int ago, int decided, int paid) {
        scene.add(
                Table.MICRO_GRANT,
                key(ago, number, 5, 0),
                id(number),
                amount,
                purpose,
                detail,
                paid > 0 ? "PAID" : decided > 0 ? "APPROVED" : "APPLIED",
                adviser.id(),
                adviser.name(),
                at(ago),
                decided > 0 ? commissioner.id() : null,
                decided > 0 ? commissioner.name() : null,
                decided > 0 ? at(ago - decided) : null,
                decided > 0 ? "Still working here after a year · yn dal i weithio yma ar ôl blwyddyn" : null,
                decided > 0 ? "Helps somebody to begin · yn helpu rhywun i ddechrau" : null,
                paid > 0 ? At.date(today - paid) : null,
                paid > 0 ? "BACS 40" + (1000 + ago) : null,
                paid > 0 ? adviser.id() : null,
                paid > 0 ? adviser.name() : null,
                paid > 0 ? at(paid) : null);
    }

    private void network() {
        UUID network = key(150, 0, 6, 0);
        scene.add(Table.MICRO_NETWORK, network, "Rhwydwaith y Tair Afon · Three Rivers network", at(150), adviser.id());
        List<String> parts = List.of("SHOPPING", "PERSONAL_CARE", "SITTING");
        List<String> days = List.of("25", "1357", "246");
        for (int i = NETWORK_FROM; i <= NETWORK_UNTIL; i++) {
            UUID member = key(150, i, 7, 0);
            scene.add(Table.MICRO_NETWORK_MEMBER, member, network, id(i), At.date(today - 150), adviser.id());
            scene.add(
                    Table.MICRO_SHARED,
                    key(140, i, 8, 0),
                    network,
                    id(i),
                    member,
                    Refs.of("PKG", 1),
                    parts.get(i - NETWORK_FROM),
                    days.get(i - NETWORK_FROM),
                    At.date(today - 140),
                    adviser.id());
        }
    }

    private void step(int number, String state, String why, int ago, Cast.Member who) {
        scene.add(Table.MICRO_STEP, id(number), state, why, at(ago), who.id(), who.name());
    }

    private static UUID id(int number) {
        return Cast.microEnterprise(number);
    }

    private UUID key(int ago, int number, int kind, int one) {
        return Dice.key(At.moment(today - ago, 600), 9100, number, kind, one);
    }

    private Object at(int ago) {
        return At.instant(At.moment(today - ago, 600));
    }
}
