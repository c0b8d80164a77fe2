alter table bidding.score drop constraint score_criterion_check,
    add constraint score_criterion_check check (criterion in ('QUALITY', 'PRICE', 'START', 'WINDOWS', 'CONTINUITY', 'WELSH',
        'CAPACITY', 'RUN'));
alter table bidding.feedback drop constraint feedback_criterion_check,
    add constraint feedback_criterion_check check (criterion in ('QUALITY', 'PRICE', 'START', 'WINDOWS', 'CONTINUITY',
        'WELSH', 'CAPACITY', 'RUN'));
