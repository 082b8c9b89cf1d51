/**
 * The id of a delivery as an SQL expression, 26 characters like every row's: its milliseconds, the last digits of its
 * event's position, and chance. Sorted by it, the deliveries of one moment stand in the order of the log.
 */
export const deliveryIdSql = (createdAt: string, position: string, salt: string): string =>
  `lpad(to_hex((extract(epoch from ${createdAt}) * 1000)::bigint), 11, '0') || lpad(to_hex(${position} % 1048576), 5, '0')
         || substr(md5(random()::text || ${salt}), 1, 10)`;
