-- AlterTable
ALTER TABLE "leads" ADD COLUMN "sort_name" TEXT COLLATE "C";

-- What leads are in order of by name: the name as it is folded for searching, without accents, so that É stands at E whatever
-- the database's language. Whoever writes a lead fills it in, a node of the version before as well. Only a database in UTF-8 can
-- take accents off.
create function fill_sort_name() returns trigger language plpgsql as $$
declare
  shown text := concat_ws(' ', nullif(new.first_name, ''), nullif(new.last_name, ''));
begin
  if shown = '' then
    new.sort_name := null;
    return new;
  end if;
  new.sort_name := coalesce(nullif(split_part(new.search, chr(10), 1), ''), shown);
  if getdatabaseencoding() = 'UTF8' and octet_length(new.sort_name) <> length(new.sort_name) then
    new.sort_name := regexp_replace(normalize(new.sort_name, NFD), '[\u0300-\u036f]', '', 'g');
  end if;
  new.sort_name := left(lower(new.sort_name), 200);
  return new;
end $$;

create trigger sort_name_filled before insert or update of "first_name", "last_name", "search" on "leads"
  for each row execute function fill_sort_name();
