-- A phone number is found however it is written: its digits alone stand at the end of what a lead is searched by, in a line of their own,
-- which src/domain/phone.ts looks for. Those of an extension are left out, and what is dialled at home alone, as in +44 (0)20.
create function search_phone_of_lead() returns trigger language plpgsql as $$
declare
  written text := regexp_replace(new.phone, '(\d)\D*[x#]\D*\d{1,7}\D*$', '\1', 'i');
  digits text;
begin
  written := regexp_replace(written, '^\s*00(?=\s?[1-9])', '+');
  if written ~ '^\s*\+' then
    written := replace(written, '(0)', '');
  end if;
  digits := regexp_replace(written, '\D', '', 'g');
  if length(digits) >= 7 and strpos(new.search, chr(10) || digits || chr(10)) = 0 then
    new.search := new.search || chr(10) || digits || chr(10);
  end if;
  return new;
end
$$;

create trigger phone_searched before insert or update of "phone", "search" on "leads"
  for each row when (new.phone is not null) execute function search_phone_of_lead();
