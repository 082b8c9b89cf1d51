/** Another record with the same keys. */
export function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  to: (value: From, key: Key) => To,
): Record<Key, To> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets which keys it found
  const entries = Object.entries<From>(record) as [Key, From][];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets which keys it was given
  return Object.fromEntries(entries.map(([key, value]) => [key, to(value, key)])) as Record<Key, To>;
}
