/**
 * The id of a delivery as an SQL expression: its milliseconds, the position of its event, and chance. Sorted by it, the
 * deliveries to an endpoint stand in the order of the log.
 */
export const deliveryIdSql = (createdAt: string, position: string, salt: string): string =>
  `lpad(to_hex((extract(epoch from ${createdAt}) * 1000)::bigint), 12, '0') || lpad(to_hex(${position}), 10, '0')
         || substr(md5(random()::text || ${salt}), 1, 10)`;
