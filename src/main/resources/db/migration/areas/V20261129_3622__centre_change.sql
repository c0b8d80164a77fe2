-- The centre of a patch is corrected like its names: who, when, why, from what to what.
alter table areas.patch_change add column centre_before text, add column centre_after text;
comment on column areas.patch_change.centre_before is 'plain: easting and northing of its centre in kilometres, where that changed';
comment on column areas.patch_change.centre_after is 'plain: the same afterwards; nothing where nobody says it any more';
