-- The first card, to be replaced by the council's own. £27.02 is Powys' guidance rate for an agency hour, 2025-26; zones and
-- the supplements for zone, short visits and bank holidays are illustrative: no Powys figures are published. Before 2025 the
-- card follows the standard rate of the envelope.
insert into rates.locality_zone (locality, zone, valid)
select code, case when code in ('newtown', 'welshpool', 'brecon', 'llandrindod', 'ystradgynlais') then 'TOWN'
        when code in ('machynlleth', 'llanfyllin', 'builth', 'knighton') then 'DEEP_RURAL' else 'RURAL' end,
    '[2023-01-01,)'
from areas.locality;

insert into rates.card_entry (service, zone, minutes_from, minutes_to, days, workers, rate, valid, source)
select 'SESSIONAL', zone, minutes_from, minutes_to, 'ORDINARY_DAYS', null,
    round(standard * zone_factor * length_factor, 2), valid, 'illustrative'
from (values ('[2023-01-01,2024-04-01)'::daterange, 20.50), ('[2024-04-01,2025-04-01)', 21.50), ('[2025-04-01,)', 27.02)) as s (valid, standard),
    (values ('TOWN', 1.00), ('RURAL', 1.05), ('DEEP_RURAL', 1.10)) as z (zone, zone_factor),
    (values (1, 29, 1.20), (30, 44, 1.08), (45, 720, 1.00)) as l (minutes_from, minutes_to, length_factor);

insert into rates.card_entry (service, zone, minutes_from, minutes_to, days, workers, rate, valid, source)
select service, null, 1, 720, days, null, round(standard * factor, 2), valid, 'illustrative'
from (values ('[2023-01-01,2024-04-01)'::daterange, 20.50), ('[2024-04-01,2025-04-01)', 21.50), ('[2025-04-01,)', 27.02)) as s (valid, standard),
    (values ('SESSIONAL', 'BANK_HOLIDAYS', 1.50), ('WAKING_NIGHT', 'EVERY_DAY', 1.05), ('SITTING', 'EVERY_DAY', 0.90)) as o (service, days, factor);

insert into rates.pledge_effect (level, amount, valid, source) values
    ('BRONZE', 1.50, '[2021-04-01,)', 'Powys Pledge, Bronze, April 2021'),
    ('SILVER', 2.00, '[2021-10-01,)', 'illustrative'),
    ('GOLD', 2.50, '[2022-04-01,)', 'illustrative');

-- For Wales no figure later than 2023-24 is known to us.
insert into rates.published_minimum (nation, rate, valid, source) values
    ('WALES', 28.64, '[2023-04-01,)', 'Homecare Association, minimum price for Wales, 2023-24'),
    ('ENGLAND', 25.95, '[2023-04-01,2024-04-01)', 'Homecare Association, minimum price for England, 2023-24'),
    ('ENGLAND', 28.53, '[2024-04-01,2025-04-01)', 'Homecare Association, minimum price for England, 2024-25'),
    ('ENGLAND', 32.14, '[2025-04-01,)', 'Homecare Association, minimum price for England, 2025-26');

insert into rates.bank_holiday (day, name_en, name_cy, source)
select day, n.en, n.cy, case when day < '2028-01-01' then 'gov.uk/bank-holidays, England and Wales'
    else 'reckoned from the Banking and Financial Dealings Act 1971; to be checked when gov.uk has the year' end
from (values ('NEW_YEAR', 'New Year’s Day', 'Dydd Calan'), ('GOOD_FRIDAY', 'Good Friday', 'Dydd Gwener y Groglith'),
        ('EASTER', 'Easter Monday', 'Dydd Llun y Pasg'), ('MAY', 'Early May bank holiday', 'Gŵyl Banc Calan Mai'),
        ('CORONATION', 'Coronation of King Charles III', 'Coroni’r Brenin Siarl III'),
        ('SPRING', 'Spring bank holiday', 'Gŵyl Banc y Gwanwyn'), ('SUMMER', 'Summer bank holiday', 'Gŵyl Banc yr Haf'),
        ('CHRISTMAS', 'Christmas Day', 'Dydd Nadolig'), ('BOXING', 'Boxing Day', 'Gŵyl San Steffan')) as n (code, en, cy)
join (values
    (date '2023-01-02', 'NEW_YEAR'), ('2023-04-07', 'GOOD_FRIDAY'), ('2023-04-10', 'EASTER'), ('2023-05-01', 'MAY'),
    ('2023-05-08', 'CORONATION'), ('2023-05-29', 'SPRING'), ('2023-08-28', 'SUMMER'), ('2023-12-25', 'CHRISTMAS'),
    ('2023-12-26', 'BOXING'),
    ('2024-01-01', 'NEW_YEAR'), ('2024-03-29', 'GOOD_FRIDAY'), ('2024-04-01', 'EASTER'), ('2024-05-06', 'MAY'),
    ('2024-05-27', 'SPRING'), ('2024-08-26', 'SUMMER'), ('2024-12-25', 'CHRISTMAS'), ('2024-12-26', 'BOXING'),
    ('2025-01-01', 'NEW_YEAR'), ('2025-04-18', 'GOOD_FRIDAY'), ('2025-04-21', 'EASTER'), ('2025-05-05', 'MAY'),
    ('2025-05-26', 'SPRING'), ('2025-08-25', 'SUMMER'), ('2025-12-25', 'CHRISTMAS'), ('2025-12-26', 'BOXING'),
    ('2026-01-01', 'NEW_YEAR'), ('2026-04-03', 'GOOD_FRIDAY'), ('2026-04-06', 'EASTER'), ('2026-05-04', 'MAY'),
    ('2026-05-25', 'SPRING'), ('2026-08-31', 'SUMMER'), ('2026-12-25', 'CHRISTMAS'), ('2026-12-28', 'BOXING'),
    ('2027-01-01', 'NEW_YEAR'), ('2027-03-26', 'GOOD_FRIDAY'), ('2027-03-29', 'EASTER'), ('2027-05-03', 'MAY'),
    ('2027-05-31', 'SPRING'), ('2027-08-30', 'SUMMER'), ('2027-12-27', 'CHRISTMAS'), ('2027-12-28', 'BOXING'),
    ('2028-01-03', 'NEW_YEAR'), ('2028-04-14', 'GOOD_FRIDAY'), ('2028-04-17', 'EASTER'), ('2028-05-01', 'MAY'),
    ('2028-05-29', 'SPRING'), ('2028-08-28', 'SUMMER'), ('2028-12-25', 'CHRISTMAS'), ('2028-12-26', 'BOXING')
) as d (day, code) using (code);
