-- What it counted is kept.
drop index "leads_counted";
