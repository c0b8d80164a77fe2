package cymru.pontio.carepackages;

import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.HomeTile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for the reader on the home page. */
@Component
class PackageTiles implements HomeTile {
    private final JdbcClient jdbc;

    PackageTiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tile> of(Actor actor) {
        List<Tile> tiles = new ArrayList<>();
        if (actor.isAny(SOCIAL_WORKER, TEAM_MANAGER) && actor.team() != null) {
            tiles.add(team(actor, 10, PackageStatus.DRAFT));
            tiles.add(team(actor, 11, PackageStatus.RETURNED));
        }
        if (actor.is(TEAM_MANAGER) && actor.team() != null) tiles.add(team(actor, 12, PackageStatus.SUBMITTED));
        return tiles;
    }

    private Tile team(Actor actor, int order, PackageStatus status) {
        long number = jdbc.sql(
                        "select count(*) from carepackages.care_package where team_id = :team and status = :status")
                .param("team", actor.team())
                .param("status", status.name())
                .query(Long.class)
                .single();
        return new Tile(order, number, "carepackages.tile." + status, "/packages?status=" + status);
    }
}
