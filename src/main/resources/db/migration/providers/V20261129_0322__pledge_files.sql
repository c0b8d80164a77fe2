-- Files that show that a clause of the pledge is kept, kept and scanned like those of an application.
alter table providers.evidence drop constraint evidence_kind_check,
    add constraint evidence_kind_check check (kind in ('REGISTRATION', 'EMPLOYERS_LIABILITY', 'PUBLIC_LIABILITY', 'SAFEGUARDING',
        'TRAINING', 'OTHER', 'PLEDGE')),
    add about text check (about ~ '^[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]$'),
    add constraint evidence_about_what check ((kind = 'PLEDGE') = (about is not null));
comment on column providers.evidence.about is 'plain: reference of what else it is shown for; none for an application';
create index evidence_about on providers.evidence (about) where about is not null;
