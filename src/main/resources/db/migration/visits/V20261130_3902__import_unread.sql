-- Who sends a file is told before it is saved which of its columns are not used.
alter table visits.import add column unread text[] not null default '{}';
comment on column visits.import.unread is 'plain: headings of columns of the file that are not read';
