-- Bronze as Powys published it for April 2021 (wales.md §1.3). No text of Silver and Gold is published: they are examples.
insert into providers.pledge_version (id, number, starts_on, transition_until, why, drafted_at)
values ('01900000-0000-7000-8000-000000000701', 1, '2021-04-01', '2021-04-01', 'The first pledge, from 1 April 2021.', '2021-02-01 09:00Z');
insert into providers.pledge_level (version_id, level, illustrative, reward_an_hour)
values ('01900000-0000-7000-8000-000000000701', 'BRONZE', false, 1.50),
       ('01900000-0000-7000-8000-000000000701', 'SILVER', true, null),
       ('01900000-0000-7000-8000-000000000701', 'GOLD', true, null);
insert into providers.pledge_clause (id, code, text_en, text_cy, evidence, good_months) values
    ('01900000-0000-7000-8000-000000000711', 'B1', 'Every care worker, whatever their age, is paid at least the National Living Wage.',
     'Telir o leiaf y Cyflog Byw Cenedlaethol i bob gweithiwr gofal, beth bynnag fo’i oedran.', 'PAYROLL', 12),
    ('01900000-0000-7000-8000-000000000712', 'B2', 'The employer pays each worker’s Social Care Wales registration fee.',
     'Mae’r cyflogwr yn talu ffi gofrestru Gofal Cymdeithasol Cymru pob gweithiwr.', 'RECEIPT', 12),
    ('01900000-0000-7000-8000-000000000713', 'B3', 'Travel time is paid at the National Living Wage or more and is scheduled between all calls; calls are never back to back. Travel to the first and from the last call may be left out where shifts last at least six hours.',
     'Telir am amser teithio ar y Cyflog Byw Cenedlaethol neu fwy ac fe’i trefnir rhwng pob galwad; nid oes un alwad yn dilyn y llall heb fwlch. Caniateir hepgor y daith i’r alwad gyntaf ac o’r olaf lle mae sifftiau’n para o leiaf chwe awr.', 'ROTA', 12),
    ('01900000-0000-7000-8000-000000000714', 'B4', 'Workers are paid when a call is cancelled at short notice and the council has paid for it.',
     'Telir gweithwyr pan gaiff galwad ei chanslo ar fyr rybudd a’r cyngor wedi talu amdani.', 'PAYROLL', 12),
    ('01900000-0000-7000-8000-000000000715', 'B5', 'Every worker has two days off a week unless they ask for fewer.',
     'Mae pob gweithiwr yn cael dau ddiwrnod i ffwrdd yr wythnos oni bai ei fod yn gofyn am lai.', 'ROTA', 12),
    ('01900000-0000-7000-8000-000000000716', 'S1', 'Every worker who wants guaranteed hours has a contract with guaranteed hours.',
     'Mae gan bob gweithiwr sydd am gael oriau gwarantedig gontract ag oriau gwarantedig.', 'CONTRACT', 12),
    ('01900000-0000-7000-8000-000000000717', 'S2', 'Workers who are ill get occupational sick pay from the fourth day.',
     'Mae gweithwyr sy’n sâl yn cael tâl salwch galwedigaethol o’r pedwerydd diwrnod.', 'POLICY', 24),
    ('01900000-0000-7000-8000-000000000718', 'S3', 'Mileage is paid at 45p a mile or more.',
     'Telir costau teithio o 45c y filltir neu fwy.', 'PAYROLL', 12),
    ('01900000-0000-7000-8000-000000000719', 'S4', 'Workers can reach a counsellor free of charge.',
     'Gall gweithwyr gael cwnselydd yn ddi-dâl.', 'POLICY', 24),
    ('01900000-0000-7000-8000-00000000071a', 'G1', 'Every worker is paid at least the Real Living Wage.',
     'Telir o leiaf y Cyflog Byw Gwirioneddol i bob gweithiwr.', 'PAYROLL', 12),
    ('01900000-0000-7000-8000-00000000071b', 'G2', 'Training and professional development happen in paid time.',
     'Mae hyfforddiant a datblygiad proffesiynol yn digwydd mewn amser â thâl.', 'ROTA', 12),
    ('01900000-0000-7000-8000-00000000071c', 'G3', 'Workers are asked once a year how they are, and told what has changed because of it.',
     'Gofynnir i weithwyr unwaith y flwyddyn sut maent, a dywedir wrthynt beth sydd wedi newid o ganlyniad.', 'SURVEY', 12);
insert into providers.pledge_version_clause (version_id, clause_id, level, mandatory, position)
select '01900000-0000-7000-8000-000000000701', id,
       case left(code, 1) when 'B' then 'BRONZE' when 'S' then 'SILVER' else 'GOLD' end, code <> 'S4', row_number() over (order by id)
from providers.pledge_clause;
update providers.pledge_version set status = 'ADOPTED', decided_at = '2021-03-01 09:00Z' where number = 1;
