-- Which stage a rule took a lead from, by its id: stages are renamed, and names are given again.
-- AlterTable
ALTER TABLE "automation_runs" ADD COLUMN "from_stage_id" TEXT;

-- A node of the version before writes the name alone.
create function fill_stage_of_run() returns trigger language plpgsql as $$
begin
  new.from_stage_id := (select id from stages where org_id = new.org_id and name = new.from_stage_name order by id limit 1);
  return new;
end $$;

create trigger stage_of_run_filled before insert or update on "automation_runs"
  for each row when (new.from_stage_id is null) execute function fill_stage_of_run();
