package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.CareService;
import cymru.pontio.providers.microenterprises.MicroEvents.NetworkChanged;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Networks of micro-enterprises. Sharing a package does not lift anybody's limit of four people. */
@Service
class Networks {
    private final Shelf shelf;
    private final JdbcClient jdbc;

    Networks(Shelf shelf, JdbcClient jdbc) {
        this.shelf = shelf;
        this.jdbc = jdbc;
    }

    /**
     * A network in the list of all.
     *
     * @param members their names today
     * @param packages that they share today
     */
    record Line(UUID id, String name, String members, long packages) {}

    @Transactional(readOnly = true)
    public List<Line> all(Actor actor) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        return jdbc.sql("""
                select n.id, n.name,
                       (select coalesce(string_agg(p.name, ', ' order by p.name, m.id), '')
                        from providers.micro_network_member m join providers.provider p on p.id = m.provider_id
                        where m.network_id = n.id and m.from_day <= :today and (m.until_day is null or m.until_day > :today)) as members,
                       (select count(distinct s.package_ref) from providers.micro_shared s
                        where s.network_id = n.id and (s.until_day is null or s.until_day > :today)) as packages
                from providers.micro_network n order by lower(n.name), n.id""").param("today", shelf.today()).query(Line.class).list();
    }

    @Transactional(readOnly = true)
    public Network view(Actor actor, UUID id) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        return network(id);
    }

    /** Those it belongs to today. */
    @Transactional(readOnly = true)
    public List<Network> of(Actor actor, MicroRef ref) {
        return jdbc
                .sql("""
                select m.network_id from providers.micro_network_member m join providers.micro_network n on n.id = m.network_id
                where m.provider_id = :micro and m.from_day <= :today and (m.until_day is null or m.until_day > :today)
                order by lower(n.name), n.id""")
                .param("micro", shelf.find(actor, ref).id())
                .param("today", shelf.today())
                .query(UUID.class)
                .list()
                .stream()
                .map(this::network)
                .toList();
    }

    /** Whatever its capitals. */
    @Transactional(readOnly = true)
    public boolean taken(Actor actor, String name) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        return jdbc.sql("select exists (select from providers.micro_network where lower(name) = lower(?))")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public UUID found(Actor actor, String name) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        UUID id = Ids.next();
        int written = jdbc.sql("""
                insert into providers.micro_network (id, name, founded_at, founded_by) values (?, ?, ?, ?)
                on conflict (lower(name)) do nothing""")
                .params(id, name, Timestamp.from(shelf.now()), actor.userId())
                .update();
        if (written == 0) throw new RuleBroken("microenterprises.error.networkName");
        tell(actor, id, "FOUNDED");
        return id;
    }

    @Transactional
    public void join(Actor actor, UUID network, MicroRef ref, LocalDate from) {
        hold(actor, network);
        UUID micro = shelf.find(actor, ref).id();
        if (shelf.hold(micro) == MicroState.ENDED) throw new RuleBroken("microenterprises.error.ended");
        try {
            jdbc.sql(
                            "insert into providers.micro_network_member (id, network_id, provider_id, from_day, by_account) values (?, ?, ?, ?, ?)")
                    .params(Ids.next(), network, micro, from, actor.userId())
                    .update();
        } catch (DataIntegrityViolationException twice) {
            if (!twice.getMostSpecificCause().toString().contains("micro_network_member_once")) throw twice;
            throw new RuleBroken("microenterprises.error.member");
        }
        tell(actor, network, "JOINED");
    }

    /** Today is the last day; what it did of shared packages ends with it. */
    @Transactional
    public void leave(Actor actor, UUID network, UUID member) {
        hold(actor, network);
        LocalDate until = shelf.today().plusDays(1);
        int left = jdbc.sql("""
                update providers.micro_network_member set until_day = greatest(from_day, :until), ended_by = :by
                where id = :member and network_id = :network and (until_day is null or until_day > :until)""")
                .param("until", until)
                .param("by", actor.userId())
                .param("member", member)
                .param("network", network)
                .update();
        if (left == 0) throw over("micro_network_member", member, network, "left");
        jdbc.sql(
                        "update providers.micro_shared set until_day = greatest(from_day, :until) where member_id = :member and until_day is null")
                .param("until", until)
                .param("member", member)
                .update();
        tell(actor, network, "LEFT");
    }

    /** @param packageRef as typed; its package is another room's, and nobody is named */
    @Transactional
    public void share(Actor actor, UUID network, String packageRef, UUID member, CareService help, Set<Integer> days) {
        hold(actor, network);
        Network.Member who = network(network).now(shelf.today()).stream()
                .filter(one -> one.id().equals(member))
                .findFirst()
                .orElseThrow(NotFound::new);
        String carePackage = Reference.parse("PKG", packageRef);
        mustDo(who, help);
        if (help == CareService.PERSONAL_CARE) mustBeRecorded(who, carePackage);
        int written = jdbc.sql("""
                insert into providers.micro_shared
                    (id, network_id, provider_id, member_id, package_ref, help, days, from_day, by_account)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (network_id, package_ref, provider_id, help) where until_day is null do nothing""")
                .params(
                        Ids.next(),
                        network,
                        who.micro(),
                        member,
                        carePackage,
                        help.name(),
                        days.stream().sorted().map(String::valueOf).collect(java.util.stream.Collectors.joining()),
                        shelf.today(),
                        actor.userId())
                .update();
        if (written == 0) throw new RuleBroken("microenterprises.error.shared");
        tell(actor, network, "SHARED");
    }

    @Transactional
    public void unshare(Actor actor, UUID network, UUID share) {
        hold(actor, network);
        int ended = jdbc.sql("""
                update providers.micro_shared set until_day = greatest(from_day, :until)
                where id = :share and network_id = :network and until_day is null""")
                .param("until", shelf.today().plusDays(1))
                .param("share", share)
                .param("network", network)
                .update();
        if (ended == 0) throw over("micro_shared", share, network, "unshared");
        tell(actor, network, "UNSHARED");
    }

    LocalDate today() {
        return shelf.today();
    }

    /** Only what was checked and stands in the register; the micro-enterprise is held, so that it still does when this counts. */
    private void mustDo(Network.Member who, CareService help) {
        if (shelf.hold(who.micro()) != MicroState.LISTED) throw new RuleBroken("microenterprises.error.notListed");
        if (!shelf.byId(who.micro()).orElseThrow().help().contains(help))
            throw new RuleBroken("microenterprises.error.notHelp", who.name());
    }

    /** @param packages whose personal care it would share */
    private record Recorded(int people, int packages) {}

    /** The room knows nobody, so it cannot see whose package it is: each that is shared has its place among the four. */
    private void mustBeRecorded(Network.Member who, String carePackage) {
        Recorded recorded = jdbc.sql("""
                select providers.micro_people_on(:micro, :today) as people, 1 + count(distinct package_ref) as packages
                from providers.micro_shared
                where provider_id = :micro and help = 'PERSONAL_CARE' and package_ref <> :package
                  and (until_day is null or until_day > :today)""")
                .param("micro", who.micro())
                .param("today", shelf.today())
                .param("package", carePackage)
                .query(Recorded.class)
                .single();
        if (recorded.packages() > recorded.people())
            throw new RuleBroken(
                    "microenterprises.error.shareUnrecorded", who.name(), recorded.people(), recorded.packages());
    }

    /** Somebody was faster, or it never was in this network. */
    private RuntimeException over(String table, UUID id, UUID network, String what) {
        boolean known = jdbc.sql("select exists (select from providers." + table + " where id = ? and network_id = ?)")
                .params(id, network)
                .query(Boolean.class)
                .single();
        return known ? new RuleBroken("microenterprises.error." + what) : new NotFound();
    }

    private void hold(Actor actor, UUID network) {
        actor.must(Role.COMMISSIONER, Role.DP_ADVISER);
        boolean known = jdbc.sql("select id from providers.micro_network where id = ? for no key update")
                .param(network)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!known) throw new NotFound();
    }

    private Network network(UUID id) {
        String name = jdbc.sql("select name from providers.micro_network where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        return new Network(id, name, members(id), shares(id), beyond(id));
    }

    private List<Network.Member> members(UUID network) {
        return jdbc.sql("""
                select m.id, m.provider_id, p.ref, p.name, m.from_day, m.until_day
                from providers.micro_network_member m join providers.provider p on p.id = m.provider_id
                where m.network_id = ? order by m.until_day is not null, p.name, m.from_day, m.id""")
                .param(network)
                .query((row, n) -> new Network.Member(
                        row.getObject("id", UUID.class),
                        row.getObject("provider_id", UUID.class),
                        row.getString("ref"),
                        row.getString("name"),
                        new DateRange(
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class))))
                .list();
    }

    private List<Network.Share> shares(UUID network) {
        return jdbc.sql("""
                select s.id, s.package_ref, p.name, s.help, s.days, s.until_day
                from providers.micro_shared s join providers.provider p on p.id = s.provider_id
                where s.network_id = :network and (s.until_day is null or s.until_day > :today)
                order by s.package_ref, p.name, s.help, s.id""")
                .param("network", network)
                .param("today", shelf.today())
                .query((row, n) -> new Network.Share(
                        row.getObject("id", UUID.class),
                        row.getString("package_ref"),
                        row.getString("name"),
                        CareService.valueOf(row.getString("help")),
                        row.getString("days"),
                        row.getObject("until_day") != null))
                .list();
    }

    /** What lasts beyond today, in whatever network: the limit is the member's own. */
    private List<Network.Beyond> beyond(UUID network) {
        return jdbc.sql("""
                select name, people, packages from (
                    select p.name, providers.micro_people_on(p.id, :tomorrow) as people,
                           (select count(distinct s.package_ref) from providers.micro_shared s
                            where s.provider_id = p.id and s.help = 'PERSONAL_CARE' and s.until_day is null) as packages
                    from providers.provider p
                    where p.id in (select provider_id from providers.micro_shared
                                   where network_id = :network and help = 'PERSONAL_CARE' and until_day is null)) one
                where packages > people order by name""")
                .param("network", network)
                .param("tomorrow", shelf.today().plusDays(1))
                .query(Network.Beyond.class)
                .list();
    }

    private void tell(Actor actor, UUID network, String what) {
        shelf.tell(new NetworkChanged(actor, "NETWORK " + network, Map.of("change", what)));
    }
}
