package cymru.pontio.demo;

import java.util.List;

/** Every table the county writes row by row with the columns it fills, in an order that foreign keys allow. */
enum Table {
    ORGANISATION("identity.organisation", "id, kind, name"),
    TEAM("identity.team", "id, organisation_id, name"),
    ACCOUNT("identity.account", "id, username, name, password_hash, organisation_id, team_id, status, approval_limit"),
    ACCOUNT_ROLE("identity.account_role", "account_id, role"),
    PROVIDER(
            "providers.provider",
            "id, ref, name, kind, accredited_until, embargo, regulator_score, council_score, kpi_score, double_handed, welsh, training"),
    PATCH("providers.patch", "provider_id, locality"),
    PERSON(
            "people.person",
            "id, ref, given_name, family_name, date_of_birth, nhs_number, welsh, address, postcode, phone, key_safe, address_confidential, locality, team_id, added_by, added_at"),
    PROTECTION("people.address_protection", "id, person_id, confidential, reason, changed_by, changed_at"),
    PACKAGE(
            "carepackages.care_package",
            "id, ref, person_id, team_id, author_id, writers, status, held_from, what_matters, outcomes, need_summary, risks, worker_risks, equipment, training, text_language, locality, start_earliest, start_latest, cover_wanted, funding, user_minutes_week, carer_minutes_week, annual_cost, approved_by, approved_at, changed_at"),
    CALL_LINE(
            "carepackages.call_line",
            "id, care_package_id, position, days, band, window_from, window_to, minutes, workers, time_critical, time_critical_reason, tier, short_reason, worker_gender, tasks"),
    STATUS_EVENT(
            "carepackages.status_event",
            "care_package_id, status, effective_at, recorded_at, by_account, by_name, reason, locality, user_minutes_week, carer_minutes_week"),
    COVER_EVENT("carepackages.cover_event", "care_package_id, cover, effective_at, recorded_at, by_account, by_name"),
    WEIGHT_SET(
            "adverts.weight_set",
            "lot, number, status, quality, price, start, windows, continuity, welsh, capacity, run, starts_on, reason, proposed_by, proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at"),
    ADVERT(
            "adverts.advert",
            "id, ref, care_package_id, round, status, locality, age_band, need, equipment, worker_risks, training, welsh, text_language, cover_now, start_earliest, start_latest, rate_floor, rate_ceiling, user_minutes_week, carer_minutes_week, weight_quality, weight_price, weight_start, weight_windows, weight_continuity, weight_welsh, weight_set, urgent, urgent_reason, published_at, published_by, questions_until, deadline, ended_at, ended_by, ended_reason"),
    ADVERT_LINE(
            "adverts.advert_line",
            "id, advert_id, call_line_id, position, days, band, window_from, window_to, minutes, workers, time_critical, tier, short_reason, worker_gender"),
    QUESTION(
            "adverts.question",
            "id, advert_id, provider_id, asked_by, asked_at, question, shown, answer, answered_by, answered_at"),
    BID(
            "bidding.bid",
            "id, ref, advert_id, provider_id, status, rate, start_on, coverage, welsh_offered, note, language, submitted_by, submitted_at"),
    BID_LINE("bidding.bid_line", "bid_id, advert_line_id"),
    DECLINE("bidding.decline", "id, advert_id, provider_id, reason, note, by_account, at"),
    OPENING("bidding.opening", "advert_id, opened_by, opened_at, draw_seed"),
    SCORE("bidding.score", "bid_id, criterion, weight, raw, points, neutral"),
    RANK("bidding.rank", "bid_id, advert_id, place, total, drawn"),
    FEEDBACK("bidding.feedback", "bid_id, criterion, own, winning, weight"),
    AWARD(
            "placements.award",
            "id, ref, care_package_id, package_ref, team_id, locality, advert_id, bid_id, bid_ref, provider_id, status, place, top, rate, start_on, cost_year, plan_year, user_minutes_week, carer_minutes_week, reason, direct_reason, proposed_by, proposed_by_name, proposed_at, approved_by, approved_at, offered_at, respond_by, answered_by, answered_at, changed_by_name, changed_at"),
    AWARD_LINE("placements.award_line", "award_id, call_line_id"),
    AWARD_SCORE("placements.award_score", "award_id, criterion, weight, raw, points, neutral"),
    AWARD_EVENT("placements.award_event", "award_id, event, at, by_account, by_name, reason"),
    PLACEMENT(
            "placements.placement",
            "id, ref, award_id, care_package_id, package_ref, person_id, provider_id, locality, status, rate, agreed_start, first_visit_at, ended_on, end_reason, ended_by, accepted_at, user_minutes_week, carer_minutes_week"),
    PLACEMENT_LINE("placements.placement_line", "placement_id, call_line_id, standing"),
    RELEASE("placements.identity_release", "placement_id, provider_id, released_at, ended_at"),
    INHOUSE_WEEK("bridging.inhouse_week", "monday, available_minutes, enablement_minutes, declared_by, declared_at"),
    EPISODE(
            "bridging.episode",
            "id, ref, care_package_id, person_id, locality, status, user_minutes_week, carer_minutes_week, displaced_minutes_week, reason, requested_by, requested_at, answered_by, answered_at, started_on, expected_end, review_on, ended_on, ended_by, ended_at, end_reason"),
    BRIDGED_DAY(
            "bridging.actual",
            "episode_id, day, user_minutes, carer_minutes, enablement_minutes_displaced, recorded_by, recorded_at"),
    ENABLEMENT("bridging.enablement_actual", "monday, locality, user_minutes, carer_minutes, people"),
    ALLOCATION(
            "adverts.allocation",
            "locality, number, mode, lead, working_hours, direct_reason, starts_on, reason, by_account, by_name, at"),
    RATE_CHANGE(
            "rates.rate_change",
            "id, ref, kind, status, from_on, rate, floor, ceiling, source, reason, proposed_by, proposed_by_name, proposed_at"),
    RATE_PROPOSAL(
            "rates.proposal",
            "id, ref, kind, status, grouping, basis, target, from_on, reason, proposed_by, proposed_by_name, proposed_at"),
    RATE_PROPOSAL_LINE(
            "rates.proposal_line",
            "proposal_id, placement_id, placement_ref, provider_id, zone, length, service, user_minutes, carer_minutes, old_rate, new_rate"),
    MICRO_ENTERPRISE(
            "providers.micro_enterprise", "provider_id, state, state_by, state_at, help, phone, email, website"),
    MICRO_STEP("providers.micro_step", "provider_id, state, why, at, by_account, by_name"),
    MICRO_CHECK(
            "providers.micro_check",
            "id, provider_id, item, outcome, evidence, checked_on, review_on, at, by_account, by_name"),
    MICRO_PERSON("providers.micro_person", "id, provider_id, reference"),
    MICRO_ARRANGEMENT(
            "providers.micro_arrangement",
            "id, provider_id, who, personal_care, from_day, until_day, recorded_at, recorded_by, recorded_name"),
    MICRO_ARRANGEMENT_STEP(
            "providers.micro_arrangement_step", "arrangement_id, step, until_day, at, by_account, by_name"),
    MICRO_GRANT(
            "providers.micro_grant",
            "id, provider_id, amount, purpose, detail, status, applied_by, applied_by_name, applied_at, decided_by, decided_by_name, decided_at, conditions, reason, paid_on, payment_ref, paid_by, paid_by_name, paid_at"),
    MICRO_NETWORK("providers.micro_network", "id, name, founded_at, founded_by"),
    MICRO_NETWORK_MEMBER("providers.micro_network_member", "id, network_id, provider_id, from_day, by_account"),
    MICRO_SHARED(
            "providers.micro_shared",
            "id, network_id, provider_id, member_id, package_ref, help, days, from_day, by_account"),
    EMBARGO(
            "providers.embargo",
            "id, ref, provider_id, level, cause, reason, language, imposed_by, imposed_by_name, imposed_at, review_on, lift_asked_by, lift_asked_by_name, lift_asked_at, lift_reason, lifted_by, lifted_by_name, lifted_at"),
    EMBARGO_EVENT("providers.embargo_event", "embargo_id, event, at, by_account, by_name, level, review_on, note"),
    REGISTER_IMPORT(
            "providers.register_import",
            "id, ref, regulator, status, sha256, based_on, whole, fresh, changed, vanished, back, responsible, same, bad, left_out, uploaded_by, uploaded_name, uploaded_at, decided_by, decided_name, decided_at"),
    REGISTER_ENTRY(
            "providers.register_entry",
            "id, regulator, registration, name, type, local_authority, partnership_area, responsible, provider_registration, provider_name, inspected_on, report_url, first_seen_on, vanished_on, provider_id, linked_by, linked_at"),
    REGISTER_RATING("providers.register_rating", "entry_id, regulator, theme, rating, inspected_on, report_url"),
    CAPACITY_DECLARATION(
            "providers.capacity_declaration",
            "id, provider_id, declared_at, declared_by, declared_by_name, valid_until, repeated"),
    CAPACITY("providers.capacity", "provider_id, declaration_id, changes"),
    CAPACITY_HOURS(
            "providers.capacity_hours",
            "declaration_id, locality, part_of_day, workers, declared_minutes, left_minutes"),
    PUBLIC_ENTRY("providers.public_entry", "provider_id, services, phone, email, website, changed_at, changed_by"),
    PLEDGE_ATTESTATION(
            "providers.pledge_attestation",
            "id, ref, provider_id, clause_id, status, done_on, good_until, evidence, attested_by, attested_by_name, attested_at, decided_by, decided_by_name, decided_at, query, accepted_from, ended_on"),
    PLEDGE_WITHDRAWAL(
            "providers.pledge_withdrawal", "id, provider_id, level, from_on, reason, note, by_account, by_name, at"),
    PLEDGE_HOLDING("providers.pledge_holding", "provider_id, during, level, ending"),
    WORKER(
            "providers.worker",
            "id, provider_id, own_ref, contract, contract_since, started_on, left_on, registered_on, qualified_on, dbs_on, welsh_level, gender, changed_by, changed_at"),
    WORKER_PATCH("providers.worker_patch", "worker_id, locality"),
    WORKER_TRAINING("providers.worker_training", "worker_id, course, done_on, expires_on"),
    WORKER_OFFER("providers.worker_offer", "worker_id, offered_on, choice, by_account, at");

    final String table;
    final List<String> columns;

    Table(String table, String columns) {
        this.table = table;
        this.columns = List.of(columns.split(", "));
    }
}
