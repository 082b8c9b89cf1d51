-- σ and the ς at the end of a word are one letter, since src/text.ts folds them into one. A node of the version before does not:
-- what it writes is folded here, after the trigger that fills in what a message is searched by. Only a database in UTF-8 has them.
do $$
begin
  if getdatabaseencoding() <> 'UTF8' then return; end if;

  create function fold_final_sigma() returns trigger language plpgsql as $fold$
  begin
    new.search := replace(new.search, chr(962), chr(963));
    return new;
  end $fold$;

  create trigger search_sigma_folded before insert or update on "leads"
    for each row when (strpos(new.search, chr(962)) > 0) execute function fold_final_sigma();
  create trigger search_sigma_folded before insert or update on "messages"
    for each row when (strpos(new.search, chr(962)) > 0) execute function fold_final_sigma();
end
$$;
