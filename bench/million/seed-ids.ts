import type pg from 'pg';

const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const digit = (place: number) =>
  `substr('${digits}', 1 + ((extract(epoch from at) * 1000)::bigint >> ${place * 5} & 31)::int, 1)`;
const time = Array.from({ length: 10 }, (_, index) => digit(9 - index)).join(' || ');

/**
 * How a seed tells the ids of its rows, on one connection: as they are made by the product, the time first, so that ranges of time
 * are ranges of ids. Leads are made evenly over the last 333 days.
 */
const functionsSql = `
  create or replace function pg_temp.id_at(at timestamptz, n bigint) returns text language sql immutable as $$
    select ${time} || lpad(n::text, 16, '0') $$;
  create or replace function pg_temp.made_at(n bigint, leads int) returns timestamptz language sql stable as $$
    select date_trunc('day', now()) - interval '333 days' + n * (interval '333 days' / leads) $$;
  create or replace function pg_temp.lead_id(n bigint, leads int) returns text language sql stable as $$
    select pg_temp.id_at(pg_temp.made_at(n, leads), n) $$`;

export async function makeSeedIds(client: pg.Client): Promise<void> {
  await client.query(functionsSql);
}
