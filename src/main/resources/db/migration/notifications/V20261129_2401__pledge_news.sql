-- Levels of the pledge, and grants.
alter table notifications.news drop constraint news_kind_check,
    add constraint news_kind_check check (kind in ('OPPORTUNITY', 'CLOSING', 'CHANGED', 'ANSWER', 'OFFER', 'RESULT', 'EMBARGO',
        'ACCREDITATION', 'PLEDGE', 'REMINDER', 'QUESTION', 'ROUND', 'AWARD', 'START', 'LEAVING', 'BRIDGING', 'CHANGE', 'AWAY'));
