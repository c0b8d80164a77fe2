package cymru.pontio.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who works in the county: the council's staff in two social work teams, the in-house team, and each agency's manager. */
final class Cast {
    private static final long SINCE = At.moment(At.day(LocalDate.of(2023, 1, 3)), 9 * 60);
    private static final int NORTH = 1;
    private static final int SOUTH = 2;
    /** Numbers of micro-enterprises' references begin after the agencies'. */
    private static final int MICRO_FROM = 100;

    /** @param id also the account's */
    record Member(UUID id, String name) {}

    /**
     * @param key before the @ of the user name, and the end of the message key of what it is
     * @param team 0 for none
     */
    private record Post(
            String key,
            String name,
            String role,
            int team,
            @Nullable String limit) {}

    private static final List<Post> POSTS = List.of(
            new Post("socialworker", "Sioned Gwilym", "SOCIAL_WORKER", NORTH, null),
            new Post("socialworker2", "Tomos Ashby", "SOCIAL_WORKER", SOUTH, null),
            new Post("manager", "Mererid Cole", "TEAM_MANAGER", NORTH, "75000"),
            new Post("manager2", "Medwyn Frost", "TEAM_MANAGER", SOUTH, "75000"),
            new Post("broker", "Bethan Larch", "BROKER", 0, null),
            new Post("broker2", "Bryn Hollis", "BROKER", 0, null),
            new Post("commissioner", "Carys Denham", "COMMISSIONER", 0, null),
            new Post("commissioner2", "Cai Merrick", "COMMISSIONER", 0, null),
            new Post("finance", "Ffion Garland", "FINANCE", 0, null),
            new Post("dpadviser", "Dafydd Stour", "DP_ADVISER", 0, null),
            new Post("auditor", "Awen Birch", "AUDITOR", 0, null),
            new Post("admin", "Arwel Teague", "ADMIN", 0, null));

    static final List<String> COUNCIL_KEYS = POSTS.stream().map(Post::key).toList();

    private final UUID council = Dice.key(SINCE, 9001, 0);
    private final UUID north = Dice.key(SINCE, 9002, NORTH);
    private final UUID south = Dice.key(SINCE, 9002, SOUTH);
    private final List<UUID> organisations = IntStream.range(0, Agency.ALL.size())
            .mapToObj(agency -> Dice.key(SINCE, 9003, agency))
            .toList();
    private final List<Member> providers = new ArrayList<>();
    private final List<Member> northAuthors = new ArrayList<>();
    private final List<Member> southAuthors = new ArrayList<>();

    Cast() {
        for (int agency = 0; agency < Agency.ALL.size(); agency++) {
            String name = agency == Agency.INHOUSE
                    ? "Iwan Prytherch"
                    : providerNames().get(agency);
            providers.add(new Member(Dice.key(SINCE, 9004, agency), name));
        }
        northAuthors.add(member("socialworker"));
        southAuthors.add(member("socialworker2"));
        List<String> staff = Words.all("staff");
        for (int i = 0; i < staff.size(); i++) {
            (i % 2 == 0 ? northAuthors : southAuthors).add(new Member(Dice.key(SINCE, 9005, i), staff.get(i)));
        }
    }

    Member broker(int number) {
        return member(number % 3 == 0 ? "broker2" : "broker");
    }

    Member commissioner() {
        return member("commissioner");
    }

    Member otherCommissioner() {
        return member("commissioner2");
    }

    Member manager(Place place) {
        return member(place.north() ? "manager" : "manager2");
    }

    /** A third of all packages are written by the one whose account is shown on the sign-in page. */
    Member author(Life life) {
        List<Member> authors = life.where().north() ? northAuthors : southAuthors;
        return authors.get(life.number % 3 == 0 ? 0 : life.number % authors.size());
    }

    UUID team(Place place) {
        return place.north() ? north : south;
    }

    Member provider(int agency) {
        return providers.get(agency);
    }

    Member inhouse() {
        return providers.get(Agency.INHOUSE);
    }

    UUID organisation(int agency) {
        return organisations.get(agency);
    }

    static UUID microEnterprise(int number) {
        return Dice.key(SINCE, 9006, number);
    }

    static Member adviser() {
        return member("dpadviser");
    }

    static String letter(int agency) {
        return String.valueOf((char) ('a' + agency));
    }

    /** @param hash of the one password; Argon2 is slow on purpose, so it is made once */
    void write(Rows rows, String hash) {
        rows.add(Table.ORGANISATION, council, "COUNCIL", "Cyngor Sir Gwern · Gwern County Council");
        rows.add(Table.TEAM, north, council, "Gogledd · North");
        rows.add(Table.TEAM, south, council, "De · South");
        for (Post post : POSTS) {
            UUID team = post.team == NORTH ? north : post.team == SOUTH ? south : null;
            account(rows, hash, member(post.key), post.key, council, team, post.role, post.limit);
        }
        for (int i = 1; i < northAuthors.size(); i++) colleague(rows, hash, northAuthors.get(i), north);
        for (int i = 1; i < southAuthors.size(); i++) colleague(rows, hash, southAuthors.get(i), south);
        for (int agency = 0; agency < Agency.ALL.size(); agency++) provider(rows, hash, agency);
        for (int i = 0; i < Agency.MICRO.size(); i++) micro(rows, i);
    }

    private void provider(Rows rows, String hash, int number) {
        Agency agency = Agency.ALL.get(number);
        boolean inhouse = number == Agency.INHOUSE;
        UUID id = organisation(number);
        rows.add(Table.ORGANISATION, id, inhouse ? "INHOUSE" : "PROVIDER", agency.name());
        String key = inhouse ? "inhouse" : "provider-" + letter(number);
        account(
                rows,
                hash,
                provider(number),
                key,
                id,
                null,
                inhouse ? "INHOUSE_COORDINATOR" : "PROVIDER_MANAGER",
                null);
        Integer score = agency.score();
        rows.add(
                Table.PROVIDER,
                id,
                Refs.of("PRV", number),
                agency.name(),
                inhouse ? "INHOUSE" : "AGENCY",
                LocalDate.of(2029, 2, 24),
                StandingRows.embargo(number),
                score,
                score == null ? null : score - 4,
                score == null ? null : score + 3,
                agency.doubleHanded(),
                agency.welsh(),
                agency.training());
        for (String patch : agency.patches()) rows.add(Table.PATCH, id, patch);
    }

    /** Their support is bought by the people themselves; here they are on the list of providers. */
    private static void micro(Rows rows, int number) {
        UUID id = microEnterprise(number);
        rows.add(Table.ORGANISATION, id, "PROVIDER", Agency.MICRO.get(number));
        rows.add(
                Table.PROVIDER,
                id,
                Refs.of("PRV", MICRO_FROM + number),
                Agency.MICRO.get(number),
                "MICRO",
                null,
                "NONE",
                null,
                null,
                null,
                false,
                number % 2 == 0,
                List.of("DEMENTIA"));
        rows.add(Table.PATCH, id, Place.ALL.get(number).code());
    }

    private static void colleague(Rows rows, String hash, Member member, UUID team) {
        String key = member.name.toLowerCase(Locale.ROOT).replace(' ', '.');
        account(rows, hash, member, key, Dice.key(SINCE, 9001, 0), team, "SOCIAL_WORKER", null);
    }

    private static void account(
            Rows rows,
            String hash,
            Member member,
            String key,
            UUID organisation,
            @Nullable UUID team,
            String role,
            @Nullable String limit) {
        rows.add(
                Table.ACCOUNT,
                member.id,
                key + "@pontio.example",
                member.name,
                hash,
                organisation,
                team,
                "ACTIVE",
                limit);
        rows.add(Table.ACCOUNT_ROLE, member.id, role);
    }

    private static Member member(String key) {
        int post = COUNCIL_KEYS.indexOf(key);
        return new Member(Dice.key(SINCE, 9007, post), POSTS.get(post).name);
    }

    private static List<String> providerNames() {
        return List.of(
                "Aled Fenn",
                "Bronwen Sharp",
                "Ceri Wynter",
                "Delyth Rowan",
                "Eurig Stone",
                "Fflur Hedges",
                "Glesni Ware",
                "Haf Tolley",
                "Ilan Brock",
                "Jac Penry",
                "Keziah Moor",
                "Llew Sorrel",
                "Marged Fell",
                "Non Carver",
                "Osian Wick",
                "Petra Lunt",
                "Rhodd Vale",
                "Siwan Yarrow");
    }
}
