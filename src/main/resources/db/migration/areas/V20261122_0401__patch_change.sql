-- Patches are edited: who changed what, when and why; a patch without communities may be retired. Codes stay, because
-- history refers to them.
alter table areas.locality add retired_at timestamptz, add retired_by uuid,
    add check ((retired_at is null) = (retired_by is null));
comment on column areas.locality.retired_at is 'plain: since when the patch is no longer used for new work';
comment on column areas.locality.retired_by is 'plain: account that retired it';
create unique index locality_name_en on areas.locality (lower(name_en)) where retired_at is null;
create unique index locality_name_cy on areas.locality (lower(name_cy)) where retired_at is null;

create table areas.patch_change (
    id           bigint generated always as identity primary key,
    locality     text not null references areas.locality,
    kind         text not null check (kind in ('ADDED', 'CHANGED', 'RETIRED')),
    names_before text,
    names_after  text,
    codes_before text,
    codes_after  text,
    reason       text not null check (reason <> '' and length(reason) <= 500),
    by_account   uuid not null,
    by_name      text not null,
    at           timestamptz not null
);
create index patch_change_locality on areas.patch_change (locality, id desc);
comment on column areas.patch_change.id is 'plain: order of changes; whoever saves must have seen the latest';
comment on column areas.patch_change.locality is 'plain: the patch';
comment on column areas.patch_change.kind is 'plain: added, changed or retired';
comment on column areas.patch_change.names_before is 'plain: both names, where they changed';
comment on column areas.patch_change.names_after is 'plain: both names afterwards';
comment on column areas.patch_change.codes_before is 'plain: outward codes, where they changed; a star marks those partly in the county';
comment on column areas.patch_change.codes_after is 'plain: outward codes afterwards';
comment on column areas.patch_change.reason is 'plain: why';
comment on column areas.patch_change.by_account is 'plain: account that changed it';
comment on column areas.patch_change.by_name is 'plain: name of that colleague';
comment on column areas.patch_change.at is 'plain: by the database’s clock';

create table areas.community_move (
    change_id bigint not null references areas.patch_change,
    community text not null references areas.community,
    earlier   text not null references areas.locality,
    later     text not null references areas.locality,
    primary key (change_id, community),
    check (earlier <> later)
);
comment on column areas.community_move.change_id is 'plain: the change it was part of';
comment on column areas.community_move.community is 'plain: the community';
comment on column areas.community_move.earlier is 'plain: patch it left';
comment on column areas.community_move.later is 'plain: patch it came to';

-- Nobody moves into a retired patch, and no patch is retired under its communities: each waits for the other.
create function areas.community_needs_a_patch() returns trigger language plpgsql as $$
begin
    if exists (select from areas.locality l where l.code = new.locality and l.retired_at is not null for share) then
        raise exception '% is retired', new.locality using errcode = 'check_violation', constraint = 'community_in_use';
    end if;
    return new;
end $$;
create trigger community_needs_a_patch before insert or update of locality on areas.community
    for each row execute function areas.community_needs_a_patch();

create function areas.patch_must_be_empty() returns trigger language plpgsql as $$
begin
    if exists (select from areas.community c where c.locality = new.code) then
        raise exception '% has communities', new.code using errcode = 'check_violation', constraint = 'patch_empty';
    end if;
    return new;
end $$;
create trigger patch_must_be_empty before update of retired_at on areas.locality
    for each row when (new.retired_at is not null) execute function areas.patch_must_be_empty();
create function areas.code_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the code of a patch stays, history refers to it' using errcode = 'check_violation';
end $$;
create trigger code_stays before update of code on areas.locality
    for each row when (old.code <> new.code) execute function areas.code_stays();
