package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a provider’s manager and for commissioners. */
@Component
class AccreditationTiles implements HomeTile {
    private static final int ORDER = 70;

    private final JdbcClient jdbc;
    private final Accreditations accreditations;

    AccreditationTiles(JdbcClient jdbc, Accreditations accreditations) {
        this.jdbc = jdbc;
        this.accreditations = accreditations;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Tile> of(Actor actor) {
        if (actor.is(Role.COMMISSIONER)) return ofCommissioner(actor.userId());
        if (actor.is(Role.PROVIDER_MANAGER)) return ofManager(actor.organisation());
        return List.of();
    }

    private List<Tile> ofCommissioner(UUID account) {
        long applied = count("select count(*) from providers.accreditation where state = 'APPLIED'");
        long second = count(
                "select count(*) from providers.accreditation_proposal where outcome is null and proposed_by <> ?",
                account);
        return List.of(
                new Tile(ORDER, applied, "accreditation.tile.applied", "/accreditation?state=APPLIED"),
                new Tile(ORDER + 1, second, "accreditation.tile.second", "/accreditation?mine=true"));
    }

    private List<Tile> ofManager(UUID provider) {
        List<Tile> tiles = new ArrayList<>();
        if (outside(provider)) tiles.add(new Tile(ORDER, 1, "accreditation.tile.toSend", "/accreditation/application"));
        long questions = count(
                "select count(*) from providers.accreditation_query where provider_id = ? and answer is null",
                provider);
        long expiring = accreditations.standingOf(provider).toRenew().size();
        tiles.add(new Tile(ORDER + 1, questions, "accreditation.tile.questions", "/accreditation/application"));
        tiles.add(new Tile(ORDER + 2, expiring, "accreditation.tile.expiring", "/accreditation/application/evidence"));
        return tiles;
    }

    /** An agency that has not applied yet, or has to again. */
    private boolean outside(UUID provider) {
        return 0 < count("""
                select count(*) from providers.accreditation a join providers.provider p on p.id = a.provider_id
                where p.id = ? and p.kind = 'AGENCY' and a.state in ('DRAFT', 'LAPSED')""", provider);
    }

    private long count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }
}
