-- Every lead has a target type and a context. A node of the version before, which knows neither to be required, still writes
-- nulls: they are filled in as src/domain/sources/usual-target-type.ts has it.
create function fill_lead_of_any_source() returns trigger language plpgsql as $$
begin
  new.target_type := coalesce(new.target_type, case new.source
    when 'realtor_ca' then 'realtor_lead'
    when 'google_maps' then 'business_lead'
    else 'customer_lead'
  end);
  new.context := coalesce(new.context, '{}');
  return new;
end $$;

create trigger lead_of_any_source_filled before insert or update on "leads"
  for each row when (new.target_type is null or new.context is null) execute function fill_lead_of_any_source();
