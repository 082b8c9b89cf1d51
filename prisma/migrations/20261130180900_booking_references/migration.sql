-- What a booking at Cal.com is known by stays where its lead is removed for good, so it holds no address: a node of the version before
-- still writes one, which is hashed here as src/outside/calendars/cal-com-hooks.ts does it.
create function hash_booking_reference() returns trigger language plpgsql as $$
begin
  new.reference := encode(sha256(convert_to(new.reference, 'UTF8')), 'hex');
  return new;
end
$$;

create trigger booking_reference_hashed before insert or update of "reference" on "meetings"
  for each row when (new.provider = 'CAL_COM' and new.reference like '%/%@%') execute function hash_booking_reference();
