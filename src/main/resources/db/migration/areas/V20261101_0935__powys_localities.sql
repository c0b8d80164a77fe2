-- Thirteen localities of Powys as the council names them; outward codes partly outside the county are marked.
insert into areas.locality (code, name_en, name_cy) values
    ('brecon', 'Brecon', 'Aberhonddu'),
    ('builth', 'Builth and Llanwrtyd', 'Llanfair-ym-Muallt a Llanwrtyd'),
    ('crickhowell', 'Crickhowell', 'Crucywel'),
    ('hay', 'Hay and Talgarth', 'Y Gelli Gandryll a Thalgarth'),
    ('knighton', 'Knighton and Presteigne', 'Tref-y-clawdd a Llanandras'),
    ('llandrindod', 'Llandrindod and Rhayader', 'Llandrindod a Rhaeadr Gwy'),
    ('llanfair', 'Llanfair Caereinion', 'Llanfair Caereinion'),
    ('llanfyllin', 'Llanfyllin', 'Llanfyllin'),
    ('llanidloes', 'Llanidloes', 'Llanidloes'),
    ('machynlleth', 'Machynlleth', 'Machynlleth'),
    ('newtown', 'Newtown', 'Y Drenewydd'),
    ('welshpool', 'Welshpool and Montgomery', 'Y Trallwng a Threfaldwyn'),
    ('ystradgynlais', 'Ystradgynlais', 'Ystradgynlais');
insert into areas.outward_code (code, locality, partly) values
    ('LD3', 'brecon', false), ('LD2', 'builth', false), ('LD4', 'builth', false), ('LD5', 'builth', false),
    ('NP8', 'crickhowell', false), ('NP7', 'crickhowell', true), ('HR3', 'hay', true), ('LD3', 'hay', false),
    ('LD7', 'knighton', true), ('LD8', 'knighton', true), ('HR5', 'knighton', true), ('LD1', 'llandrindod', false),
    ('LD6', 'llandrindod', true), ('SY21', 'llanfair', false), ('SY22', 'llanfyllin', true), ('SY10', 'llanfyllin', true),
    ('SY18', 'llanidloes', false), ('SY17', 'llanidloes', false), ('SY19', 'llanidloes', false),
    ('SY20', 'machynlleth', true), ('SY19', 'machynlleth', false), ('SY16', 'newtown', false), ('SY17', 'newtown', false),
    ('SY21', 'welshpool', false), ('SY15', 'welshpool', true), ('SY5', 'welshpool', true),
    ('SA9', 'ystradgynlais', true), ('SA10', 'ystradgynlais', true), ('SA11', 'ystradgynlais', true);
