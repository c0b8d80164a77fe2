-- A draft keeps what was typed, also where it is no date yet.
alter table carepackages.care_package add unfinished_start text;
comment on column carepackages.care_package.unfinished_start is 'plain: start dates that were begun and left, as they were typed';
