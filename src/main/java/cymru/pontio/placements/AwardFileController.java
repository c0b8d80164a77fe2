package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The council's list of awards as a file: codes, figures and moments, none of the reasons people wrote. */
@Controller
class AwardFileController {
    private final Awards awards;

    AwardFileController(Awards awards) {
        this.awards = awards;
    }

    @GetMapping("/awards.csv")
    ResponseEntity<byte[]> file(Actor actor, @RequestParam(required = false) @Nullable AwardStatus status) {
        Csv csv = new Csv(
                "award",
                "package_ref",
                "area",
                "provider",
                "status",
                "direct_reason",
                "proposed_at",
                "respond_by",
                "changed_at",
                "rate_an_hour",
                "cost_a_year",
                "plan_a_year",
                "user_hours_a_week",
                "carer_hours_a_week",
                "placement");
        for (AwardView award : awards.all(actor, status))
            csv.row(
                    award.ref(),
                    award.packageRef(),
                    award.locality(),
                    award.providerName(),
                    award.status(),
                    award.directReason(),
                    wall(award.proposedAt()),
                    wall(award.respondBy()),
                    wall(award.changedAt()),
                    award.rate().pounds(),
                    award.cost().pounds(),
                    award.plan().pounds(),
                    Csv.hours(award.hours().user().minutes()),
                    Csv.hours(award.hours().carer().minutes()),
                    award.placementRef());
        return csv.download("awards.csv");
    }

    private static @Nullable OffsetDateTime wall(@Nullable Instant at) {
        return at == null ? null : at.atZone(Zone.LONDON).toOffsetDateTime();
    }
}
