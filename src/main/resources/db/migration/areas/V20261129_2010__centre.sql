-- Where an area has its middle, for travel between areas as the crow flies: the town it is first named after, on the Ordnance
-- Survey National Grid, to the kilometre. An area without one has no known distance to others.
alter table areas.locality
    add column centre_east_km int check (centre_east_km between 0 and 700),
    add column centre_north_km int check (centre_north_km between 0 and 1300),
    add check ((centre_east_km is null) = (centre_north_km is null));
comment on column areas.locality.centre_east_km is 'plain: easting of the middle of the area, National Grid, whole kilometres; none where nobody has said it';
comment on column areas.locality.centre_north_km is 'plain: northing of the middle of the area, National Grid, whole kilometres';

update areas.locality l set centre_east_km = c.east, centre_north_km = c.north
from (values ('brecon', 304, 228), ('builth', 304, 251), ('crickhowell', 322, 218), ('hay', 323, 242), ('knighton', 328, 272),
        ('llandrindod', 306, 261), ('llanfair', 310, 306), ('llanfyllin', 314, 319), ('llanidloes', 295, 284),
        ('machynlleth', 274, 301), ('newtown', 311, 291), ('welshpool', 322, 307), ('ystradgynlais', 278, 210)) as c (code, east, north)
where l.code = c.code;

create view areas.report_centre as
    select code, centre_east_km as east_km, centre_north_km as north_km from areas.locality where centre_east_km is not null;
