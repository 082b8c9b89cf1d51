-- Many ids to be passed over, for an offset, are read from an index alone, those of a stage too. Every lead has a stage: it is told so
-- that Prisma leaves the index alone, which does not know of columns that are included.
create index "leads_live" on "leads" ("org_id", "id") where "deleted_at" is null;
create index "leads_of_stage" on "leads" ("org_id", "stage_id", "id") include ("deleted_at") where "stage_id" is not null;
drop index "leads_org_id_stage_id_id_idx";
