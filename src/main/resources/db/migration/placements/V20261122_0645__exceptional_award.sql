-- A bid above the ceiling carries its reason into the award; no such award reaches a provider without a second person.
alter table placements.award add exceptional_reason text check (exceptional_reason <> ''),
    add constraint award_exception_approved
        check (exceptional_reason is null or approved_by is not null or status in ('PROPOSED', 'REFUSED'));
comment on column placements.award.exceptional_reason is 'personal: why the rate is above the ceiling, in the provider’s words';
