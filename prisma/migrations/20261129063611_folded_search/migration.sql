-- What a lead is searched by is folded since src/text.ts: NFKC, lower case, without the dot that İ leaves behind, ı as i.
-- What is compared is composed. Only a database in UTF-8 can normalise; ASCII text is what it was.
do $$
begin
  if getdatabaseencoding() <> 'UTF8' then return; end if;
  update leads
     set search = normalize(replace(replace(lower(normalize(search, NFKC)), chr(775), ''), chr(305), 'i'), NFKC)
   where octet_length(search) <> length(search)
     and search <> normalize(replace(replace(lower(normalize(search, NFKC)), chr(775), ''), chr(305), 'i'), NFKC);
  update leads set email = normalize(email, NFC) where octet_length(email) <> length(email) and email is not NFC normalized;
  update leads set source = normalize(source, NFC) where octet_length(source) <> length(source) and source is not NFC normalized;
  update leads set target_type = normalize(target_type, NFC)
   where octet_length(target_type) <> length(target_type) and target_type is not NFC normalized;
  update leads
     set tags = (select array_agg(normalize(tag, NFC) order by place) from unnest(tags) with ordinality as given (tag, place))
   where exists (select from unnest(tags) as tag where octet_length(tag) <> length(tag) and tag is not NFC normalized);
end
$$;
