-- Standard: Powys' direct payment guidance rate for an agency hour, 2024-25 and 2025-26. Floor and ceiling are settings
-- to be replaced by the council's own; the ceiling is the published minimum price for home care in England, 2025-26.
insert into rates.envelope (valid, floor, standard, ceiling, source) values
    ('[2023-01-01,2024-04-01)', 19.00, 20.50, 25.00, 'illustrative'),
    ('[2024-04-01,2025-04-01)', 19.00, 21.50, 28.53, 'Powys guidance rate 2024-25'),
    ('[2025-04-01,)', 22.71, 27.02, 32.14, 'Powys guidance rate 2025-26');
