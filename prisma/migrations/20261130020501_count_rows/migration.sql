-- In batches, so that no write of another node waits for long: 10,000 leads at a time.
do $$
declare
  org text;
begin
  loop
    select id into org from organisations where counted_to is not null order by id limit 1;
    exit when not found;
    perform count_next_rows(org);
    commit;
  end loop;
end
$$;
