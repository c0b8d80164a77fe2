-- Where nobody knew the new first day, it is said later: of one failed start once without it and once with it.
alter table placements.failed_start drop constraint failed_start_placement_id_due_on_key;
create unique index failed_start_once on placements.failed_start (placement_id, due_on, (new_start is null));
