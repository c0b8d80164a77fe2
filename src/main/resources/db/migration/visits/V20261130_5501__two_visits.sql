-- Each of two workers was told as a visit of its own: the person's time counts twice until the provider puts it right.
alter table visits.exception drop constraint exception_kind_check,
    add constraint exception_kind_check check (kind in ('MISSED', 'NOT_REPORTED', 'EXTRA', 'UNALLOCATED', 'NOT_PUNCTUAL',
        'OUT_OF_BAND', 'SHORT', 'LONG', 'ONE_WORKER', 'WORKER_ELSEWHERE', 'OVERLAP', 'TWO_VISITS'));
