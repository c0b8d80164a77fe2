-- Registration: Social Care Wales, within six months of the start. Offer: reg 42 of SI 2017/1264. The others, and the
-- courses, are a council's usual standard to begin with: no list is published (wales.md §2.4).
insert into providers.workforce_rule (code, from_on, months, source) values
    ('REGISTRATION', '2020-04-01', 6, 'Social Care Wales: within six months of starting'),
    ('OFFER', '2018-04-02', 3, 'SI 2017/1264 reg 42'),
    ('DBS', '2018-04-02', 36, 'Council standard'),
    ('QUALIFICATION', '2020-04-01', 36, 'Social Care Wales: within the first registration period');
insert into providers.training_course (code, name_en, name_cy, within_weeks, good_months, position, from_on) values
    ('INDUCTION', 'All Wales Induction Framework', 'Fframwaith Sefydlu Cymru Gyfan', 12, null, 1, '2018-04-02'),
    ('MOVING_AND_HANDLING', 'Moving and handling', 'Symud a thrin', 0, 12, 2, '2018-04-02'),
    ('MEDICATION', 'Support with medication', 'Cymorth gyda meddyginiaeth', 4, 24, 3, '2018-04-02'),
    ('SAFEGUARDING', 'Safeguarding', 'Diogelu', 4, 36, 4, '2018-04-02'),
    ('INFECTION_CONTROL', 'Infection control', 'Rheoli heintiau', 4, 24, 5, '2018-04-02'),
    ('FIRST_AID', 'First aid', 'Cymorth cyntaf', 12, 36, 6, '2018-04-02'),
    ('WELSH_AWARENESS', 'Welsh language awareness and the Active Offer', 'Ymwybyddiaeth o’r Gymraeg a’r Cynnig Rhagweithiol', 12, null, 7, '2018-04-02');
