package cymru.pontio.demo;

import cymru.pontio.kernel.Zone;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How the county's agencies came to be accredited, worked out from their rows by whole sets: most in good order, some with
 * evidence about to run out, one lapsed, one on condition, and two applications under way.
 */
final class AccreditationRows {
    private static final String LAPSED = "Copper Kettle Care at Home";
    private static final String ON_CONDITION = "Wheatear Cottage Care";
    private static final String ASKED = "Gofal Ysgubor Newydd";
    private static final String APPLIED = "Sycamore Gate Care";

    private static final String APPLICANTS = """
            with fresh as (
                select md5('organisation ' || name)::uuid as id, md5('account ' || name)::uuid as account, * from (values
                    (:asked, :askedRef, 'newcomer', 'Gwenno Hafren', true), (:applied, :appliedRef, 'newcomer2', 'Miles Orchard', false)
                ) as one (name, ref, username, person, welsh)
            ), organisations as (
                insert into identity.organisation (id, kind, name) select id, 'PROVIDER', name from fresh returning id
            ), accounts as (
                insert into identity.account (id, username, name, password_hash, organisation_id, status)
                select account, username || '@pontio.example', person, :hash, id, 'ACTIVE' from fresh
                where id in (select id from organisations) returning id
            ), roles as (
                insert into identity.account_role (account_id, role) select id, 'PROVIDER_MANAGER' from accounts
            )
            insert into providers.provider (id, ref, name, kind, embargo, double_handed, welsh)
            select id, ref, name, 'AGENCY', 'NONE', true, welsh from fresh""";

    private static final String ANSWERS = """
            update providers.application a set
                legal_name = p.name || case when p.welsh then ' Cyf' else ' Ltd' end,
                company_number = lpad((7000000 + n * 31337)::text, 8, '0'),
                contact_name = c.name, contact_email = c.username, contact_phone = '01632 96' || lpad((n * 37)::text, 4, '0'),
                regulator = 'CIW',
                registration_number = 'SIN-' || lpad((9000 + n * 113)::text, 8, '0') || '-' ||
                    translate(upper(left(md5(p.name), 4)), '0123456789', 'GHJKLMNPQR'),
                responsible_individual = c.name,
                services = case when n % 3 = 0 then array['PERSONAL_CARE', 'DAILY_LIVING', 'CARER_BREAK', 'END_OF_LIFE']
                    else array['PERSONAL_CARE', 'DAILY_LIVING'] end,
                lots = case when n % 4 = 1 then array['NIGHT', 'SESSIONAL'] else array['SESSIONAL'] end,
                areas = case when t.areas = '{}' then array['brecon', 'hay'] else t.areas end,
                policies = array['SAFEGUARDING', 'MEDICATION', 'COMPLAINTS', 'WHISTLEBLOWING', 'LONE_WORKING', 'INFECTION_CONTROL',
                    'CONTINUITY', 'DATA_PROTECTION', 'EQUALITY'],
                workers = 14 + (n * 7) % 40, registered_workers = 12 + (n * 7) % 40, two_workers = p.double_handed,
                training = p.training, welsh_care = p.welsh, welsh_workers = case when p.welsh then 4 + n % 6 else 0 end,
                active_offer = case when p.welsh then 'Gofynnwn am ddewis iaith yn yr ymweliad cyntaf a’i nodi yn y cynllun personol.'
                    else 'We ask for the language of choice at the first visit and note it in the personal plan.' end,
                changed_at = cast(:now as timestamptz) - interval '220 days'
            from (select p.*, row_number() over (order by p.name) as n from providers.provider p where p.kind = 'AGENCY') p
            join identity.account c on c.organisation_id = p.id
            cross join lateral (select coalesce(array_agg(locality order by locality), '{}') as areas
                from providers.patch where provider_id = p.id) t
            where a.provider_id = p.id""";

    /** Days to run, by agency: three of them soon enough to be reminded, one too late. */
    private static final String EVIDENCE = """
            with shown as (
                select p.id as provider, c.id as account, c.name as person, k.kind, p.accredited_until is not null as let_in,
                    md5('evidence ' || p.name || k.kind)::uuid as id,
                    case k.kind when 'REGISTRATION' then null else cast(:today as date) + case
                        when p.name = :lapsed and k.kind = 'PUBLIC_LIABILITY' then -10
                        when p.name = 'Thistledown Lane Care' and k.kind = 'EMPLOYERS_LIABILITY' then 6
                        when p.name = 'Cwmwl Gwyn Care' and k.kind = 'PUBLIC_LIABILITY' then 25
                        when p.name = 'Gofal Draenog' and k.kind = 'SAFEGUARDING' then 55
                        else 90 + cast(n * 11 + k.days as int) end end as expires,
                    case when k.kind like '%LIABILITY' then 10000000 end as cover
                from (select p.*, row_number() over (order by p.name) as n from providers.provider p where p.kind = 'AGENCY') p
                join identity.account c on c.organisation_id = p.id
                cross join (values ('REGISTRATION', 0), ('EMPLOYERS_LIABILITY', 5), ('PUBLIC_LIABILITY', 40), ('SAFEGUARDING', 75)) as k (kind, days)
            ), files as (
                insert into providers.evidence (id, provider_id, kind, file_type, bytes, sha256, expires_on, cover, uploaded_by,
                    uploaded_by_name, uploaded_at, scan, scanned_at, review, reviewed_by, reviewed_by_name, reviewed_at)
                select shown.id, provider, kind, 'PDF', length(:file), encode(sha256(:file), 'hex'), expires, cover, account, person,
                    cast(:now as timestamptz) - case when let_in then interval '210 days' else interval '4 days' end, 'CLEAN',
                    cast(:now as timestamptz) - case when let_in then interval '209 days' else interval '3 days' end,
                    case when let_in then 'ACCEPTED' else 'WAITING' end, case when let_in then b.id end,
                    case when let_in then b.name end, case when let_in then cast(:now as timestamptz) - interval '208 days' end
                from shown cross join (select id, name from identity.account where username = 'commissioner@pontio.example') b
                returning id
            )
            insert into providers.evidence_file (evidence_id, content) select id, :file from files""";

    private static final String STANDING = """
            update providers.accreditation a set
                lots = case when p.accredited_until is null then '{}' else s.lots end,
                tier = case when p.accredited_until is null then null when coalesce(p.council_score, 0) >= 80 then 1 else 2 end,
                condition = case when p.name = :condition then 'Send the training record for medication by the end of next month.' end,
                state = case p.name when :condition then 'CONDITIONAL' when :lapsed then 'LAPSED' when :asked then 'QUERY'
                    when :applied then 'APPLIED' else a.state end,
                changed_at = case when p.name = :lapsed then cast(:now as timestamptz) - interval '9 days' when p.accredited_until is null
                    then cast(:now as timestamptz) - interval '3 days' else cast(:now as timestamptz) - interval '200 days' end
            from providers.provider p join providers.application s on s.provider_id = p.id
            where a.provider_id = p.id and p.kind = 'AGENCY'""";

    private static final String LAST_DAY = """
            update providers.provider p set accredited_until = least(p.accredited_until, e.first)
            from (select provider_id, min(expires_on) as first from providers.evidence where review = 'ACCEPTED' group by 1) e
            where e.provider_id = p.id""";

    private static final String PROPOSAL = """
            insert into providers.accreditation_proposal (id, provider_id, kind, lots, tier, areas, granted_until, reason, proposed_by,
                proposed_by_name, proposed_at)
            select md5('proposal ' || p.name)::uuid, p.id, 'ACCREDIT', s.lots, 2, s.areas, date '2029-02-24',
                'The training record for medication has come and is complete.', c.id, c.name, cast(:now as timestamptz) - interval '1 day'
            from providers.provider p join providers.application s on s.provider_id = p.id
            cross join (select id, name from identity.account where username = 'commissioner@pontio.example') c
            where p.name = :condition""";

    private static final String QUERY = """
            insert into providers.accreditation_query (id, provider_id, question, asked_by, asked_by_name, asked_at)
            select md5('query ' || p.name)::uuid, p.id,
                'Your certificate names one office. Which office will supervise the visits around Brecon?', c.id, c.name,
                cast(:now as timestamptz) - interval '2 days'
            from providers.provider p
            cross join (select id, name from identity.account where username = 'commissioner2@pontio.example') c
            where p.name = :asked""";

    private static final String EVENTS = """
            insert into providers.accreditation_event (provider_id, step, at, by_account, by_name, about, reason)
            select p.id, e.step, cast(:now as timestamptz) - make_interval(days => e.days), who.id, who.name, e.about, e.reason
            from (select *, accredited_until is not null as let_in from providers.provider where kind = 'AGENCY') p
            join identity.account m on m.organisation_id = p.id
            cross join lateral (values
                ('APPLIED', case when p.let_in then 220 else 4 end, m.username, null, null),
                ('TAKEN_UP', case when p.let_in then 212 else 3 end, 'commissioner@pontio.example', null, null),
                ('PROPOSED', 205, 'commissioner@pontio.example', 'ACCREDIT', 'Everything is in order.'),
                (case when p.name = :condition then 'CONDITIONAL' else 'ACCREDITED' end, 200, 'commissioner2@pontio.example', null,
                    'Everything is in order.'),
                ('ASKED', 2, 'commissioner2@pontio.example', null, null),
                ('PROPOSED', 1, 'commissioner@pontio.example', 'ACCREDIT', 'The training record for medication has come and is complete.'),
                ('LAPSED', 9, null, null, null)) as e (step, days, username, about, reason)
            left join identity.account who on who.username = e.username
            where case when p.name = :applied then e.step = 'APPLIED' when p.name = :asked then e.step in ('APPLIED', 'TAKEN_UP', 'ASKED')
                when e.step = 'LAPSED' then p.name = :lapsed when e.days = 1 then p.name = :condition else e.step <> 'ASKED' end
            order by e.days desc, p.name, e.step""";

    private final JdbcClient jdbc;
    private final Instant now;
    private final String hash;

    AccreditationRows(Connection database, Instant now, String hash) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
        this.now = now;
        this.hash = hash;
    }

    void write() {
        run(APPLICANTS);
        run(ANSWERS);
        run(EVIDENCE);
        run(STANDING);
        run(LAST_DAY);
        run(PROPOSAL);
        run(QUERY);
        run(EVENTS);
    }

    private void run(String sql) {
        jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .param("today", LocalDate.ofInstant(now, Zone.LONDON))
                .param("asked", ASKED)
                .param("applied", APPLIED)
                .param("lapsed", LAPSED)
                .param("condition", ON_CONDITION)
                .param("askedRef", Refs.of("PRV", 200))
                .param("appliedRef", Refs.of("PRV", 201))
                .param("hash", hash)
                .param("file", page())
                .update();
    }

    /** One page of PDF that says what it is. */
    private static byte[] page() {
        String words = "BT /F1 18 Tf 60 760 Td (Demonstration - Enghraifft) Tj ET";
        String pdf = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
                4 0 obj<</Length LENGTH>>stream
                WORDS
                endstream endobj
                5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """;
        return pdf.replace("LENGTH", "" + words.length())
                .replace("WORDS", words)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
