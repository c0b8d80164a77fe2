package cymru.pontio.placements.suspensions;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.absences.PersonAway;
import cymru.pontio.carepackages.absences.ReturnPromised;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells every provider that cares, or is about to, what was told at the package. */
@Component
class SuspensionNews {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SuspensionNews(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    private record Told(String ref, UUID provider) {}

    @EventListener
    void away(PersonAway news) {
        for (Told one : running(news.id()))
            events.publishEvent(
                    new CareSuspended(news.by(), one.ref(), news.subject(), one.provider(), news.from(), news.back()));
    }

    @EventListener
    void promised(ReturnPromised news) {
        for (Told one : running(news.id()))
            events.publishEvent(new CareResumes(news.by(), one.ref(), news.subject(), one.provider(), news.from()));
    }

    private List<Told> running(PackageId carePackage) {
        return jdbc.sql("""
                select ref, provider_id as provider from placements.placement
                where care_package_id = ? and status in ('PENDING_START', 'LIVE', 'NOTICE_GIVEN') order by id""").param(carePackage.value()).query(Told.class).list();
    }
}
