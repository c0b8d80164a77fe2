package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Money;
import cymru.pontio.rates.CareService;
import cymru.pontio.rates.PriceZone;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a proposal does to each placement, as it was worked out. */
@Component
class ProposalLines {
    private final JdbcClient jdbc;

    ProposalLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID proposal, List<Line> lines) {
        for (Line one : lines) {
            jdbc.sql("""
                    insert into rates.proposal_line (proposal_id, placement_id, placement_ref, provider_id, zone, length, service,
                        user_minutes, carer_minutes, old_rate, new_rate)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            proposal,
                            one.placement(),
                            one.ref(),
                            one.provider(),
                            one.zone().name(),
                            one.length().name(),
                            one.service().name(),
                            one.userMinutes(),
                            one.carerMinutes(),
                            one.was().pounds(),
                            one.rate().pounds())
                    .update();
        }
    }

    List<Line> of(UUID proposal) {
        return jdbc.sql("select * from rates.proposal_line where proposal_id = ? order by placement_ref")
                .param(proposal)
                .query((row, n) -> new Line(
                        row.getObject("placement_id", UUID.class),
                        row.getString("placement_ref"),
                        row.getObject("provider_id", UUID.class),
                        PriceZone.valueOf(row.getString("zone")),
                        VisitLength.valueOf(row.getString("length")),
                        CareService.valueOf(row.getString("service")),
                        row.getInt("user_minutes"),
                        row.getInt("carer_minutes"),
                        new Money(row.getBigDecimal("old_rate")),
                        new Money(row.getBigDecimal("new_rate"))))
                .list();
    }
}
