-- Nobody had to come: the person was away or had died.
alter table visits.reading drop constraint reading_outcome_check,
    add constraint reading_outcome_check check (outcome in ('MET', 'MISSED', 'NOT_REPORTED', 'AWAITED', 'FRUSTRATED', 'CANCELLED',
        'NOT_DUE', 'POP_BACK', 'EXTRA', 'UNALLOCATED'));
