-- A grant is paid by somebody other than who approved it, under a reference by which the payment can be found. What was recorded as
-- paid before stands without.
alter table providers.micro_grant
    add payment_ref text check (payment_ref ~ '^[[:alnum:]][[:alnum:] ./-]{0,39}$'),
    add paid_at     timestamptz,
    add constraint micro_grant_payment check ((status = 'PAID') = (payment_ref is not null)
        and (payment_ref is null) = (paid_at is null)) not valid,
    add constraint micro_grant_payer check (paid_by <> decided_by) not valid;
comment on column providers.micro_grant.payment_ref is 'plain: reference of the payment in the council''s finance system';
comment on column providers.micro_grant.paid_at is 'plain: when the payment was recorded';
