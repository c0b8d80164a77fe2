-- The desk and the home page ask at every view which open adverts have one.
create index question_unanswered on adverts.question (advert_id) where answered_at is null;
