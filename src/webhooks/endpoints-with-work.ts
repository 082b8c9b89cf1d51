/**
 * A common table expression of all endpoints that have a delivery to make, now or later: one index probe for each,
 * however many deliveries wait or are done: no other index than `webhook_deliveries_due` has this order.
 * @param organisation the parameter that names the one they are of; absent for those of all
 */
export const endpointsWithWork = (organisation?: string): string => {
  const isOf = (column: string) => (organisation === undefined ? '' : ` and ${column} = ${organisation}`);
  return `endpoints_with_work as (
  (select org_id, endpoint_id
     from webhook_deliveries
    where next_attempt_at is not null${isOf('org_id')}
    order by org_id, endpoint_id, next_attempt_at
    limit 1)
  union all
  select following.org_id, following.endpoint_id
    from endpoints_with_work e
    cross join lateral (
      select d.org_id, d.endpoint_id
        from webhook_deliveries d
       where d.next_attempt_at is not null and (d.org_id, d.endpoint_id) > (e.org_id, e.endpoint_id)${isOf('d.org_id')}
       order by d.org_id, d.endpoint_id, d.next_attempt_at
       limit 1
    ) following
)`;
};
