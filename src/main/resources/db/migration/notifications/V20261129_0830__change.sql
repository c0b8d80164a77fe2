-- Changes of care, and times in which nobody is to visit.
alter table notifications.news drop constraint news_kind_check,
    add constraint news_kind_check check (kind in ('OPPORTUNITY', 'CLOSING', 'CHANGED', 'ANSWER', 'OFFER', 'RESULT', 'EMBARGO',
        'ACCREDITATION', 'REMINDER', 'QUESTION', 'ROUND', 'AWARD', 'START', 'LEAVING', 'BRIDGING', 'CHANGE', 'AWAY'));
