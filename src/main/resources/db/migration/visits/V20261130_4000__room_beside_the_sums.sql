-- A sum grows with each file of visits. Where its page has room left, the new version stands beside the old one, and the key,
-- seven columns wide, gets no second entry. Pages that are full already get their room as they are written anew.
alter table visits.delivered set (fillfactor = 70);
alter table visits.delivered_area set (fillfactor = 70);
