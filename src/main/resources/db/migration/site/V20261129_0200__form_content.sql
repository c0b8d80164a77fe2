-- Who goes back, writes something else and sends again has sent another form, not the same one twice.
alter table site.answered_form add column content bytea not null default ''::bytea;
comment on column site.answered_form.content is 'plain: SHA-256 of all that was filled in; empty for forms of before this column';
alter table site.answered_form drop constraint answered_form_pkey;
alter table site.answered_form add primary key (key, content);
create index answered_form_started on site.answered_form (started_at);
