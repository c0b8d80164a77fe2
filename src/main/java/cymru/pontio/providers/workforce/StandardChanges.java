package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.workforce.WorkforceEvents.TrainingStandardChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A commissioner changes what is asked of workers, from a day to come; nobody is judged anew for days that were. */
@Service
class StandardChanges {
    private final JdbcClient jdbc;
    private final Standards standards;
    private final ApplicationEventPublisher events;
    private final Day day;

    StandardChanges(JdbcClient jdbc, Standards standards, ApplicationEventPublisher events, Day day) {
        this.jdbc = jdbc;
        this.standards = standards;
        this.events = events;
        this.day = day;
    }

    /** @param goodMonths until it must be done again; none means once */
    record CourseTerms(
            String nameEn,
            String nameCy,
            int withinWeeks,
            @Nullable Integer goodMonths,
            LocalDate from) {
        /** Of its English name; also its column in files. */
        String code() {
            return nameEn.toUpperCase(Locale.ROOT)
                    .replaceAll("[^A-Z]+", "_")
                    .replaceAll("^_+|_+$", "")
                    .transform(code -> code.substring(0, Math.min(30, code.length())));
        }
    }

    record PeriodTerms(int months, LocalDate from, String source) {}

    /** What is to come, by its day. */
    record Coming(
            LocalDate day,
            String what,
            String nameEn,
            String nameCy,
            @Nullable Integer months,
            @Nullable String source) {}

    @Transactional(readOnly = true)
    public List<Coming> coming() {
        return jdbc.sql("""
                select from_on as day, 'COURSE' as what, name_en, name_cy, null::int as months, null as source
                from providers.training_course where from_on > :today
                union all select until_on, 'COURSE_ENDS', name_en, name_cy, null, null
                from providers.training_course where until_on > :today
                union all select from_on, code, '', '', months, source from providers.workforce_rule where from_on > :today
                order by day, what, name_en""").param("today", day.today()).query(Coming.class).list();
    }

    /** In force today and not to be ended yet. */
    @Transactional(readOnly = true)
    public Course course(Actor actor, String code) {
        actor.must(Role.COMMISSIONER);
        return standards.on(day.today()).course(code).orElseThrow(cymru.pontio.kernel.NotFound::new);
    }

    @Transactional(readOnly = true)
    public boolean known(String code) {
        return jdbc.sql("select exists (select from providers.training_course where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void add(Actor actor, CourseTerms terms) {
        actor.must(Role.COMMISSIONER);
        mustBeAhead(terms.from());
        int added = jdbc.sql("""
                insert into providers.training_course (code, name_en, name_cy, within_weeks, good_months, position, from_on,
                    changed_by, changed_by_name)
                select :code, :en, :cy, :weeks, :months, coalesce(max(position), 0) + 1, :from, :by, :name
                from providers.training_course
                on conflict (code) do nothing""")
                .param("code", terms.code())
                .param("en", terms.nameEn())
                .param("cy", terms.nameCy())
                .param("weeks", terms.withinWeeks())
                .param("months", terms.goodMonths())
                .param("from", terms.from())
                .param("by", actor.userId())
                .param("name", actor.name())
                .update();
        if (added == 0) throw new RuleBroken("workforce.error.courseKnown");
        tell(actor, terms.code(), terms.from());
    }

    /** @param last day on which it is asked for */
    @Transactional
    public void end(Actor actor, String code, LocalDate last) {
        Course course = course(actor, code);
        mustBeAhead(last.plusDays(1));
        int ended = jdbc.sql("""
                update providers.training_course set until_on = ?, changed_by = ?, changed_by_name = ?
                where code = ? and until_on is null""")
                .params(last.plusDays(1), actor.userId(), actor.name(), course.code())
                .update();
        if (ended == 0) throw new RuleBroken("workforce.error.courseEnded");
        tell(actor, course.code(), last.plusDays(1));
    }

    @Transactional
    public void set(Actor actor, Period period, PeriodTerms terms) {
        actor.must(Role.COMMISSIONER);
        mustBeAhead(terms.from());
        int set = jdbc.sql("""
                insert into providers.workforce_rule (code, from_on, months, source, changed_by, changed_by_name)
                values (?, ?, ?, ?, ?, ?) on conflict (code, from_on) do nothing""")
                .params(period.name(), terms.from(), terms.months(), terms.source(), actor.userId(), actor.name())
                .update();
        if (set == 0) throw new RuleBroken("workforce.error.periodSet");
        tell(actor, period.name(), terms.from());
    }

    LocalDate today() {
        return day.today();
    }

    private void mustBeAhead(LocalDate from) {
        if (!from.isAfter(day.today())) throw new RuleBroken("workforce.error.standardPast");
    }

    private void tell(Actor actor, String what, LocalDate from) {
        events.publishEvent(new TrainingStandardChanged(actor, what, Map.of("effective", from.toString())));
    }
}
