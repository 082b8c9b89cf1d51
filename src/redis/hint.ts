/** How far the log of an organisation has come. */
export type Hint = { readonly orgId: string; readonly position: bigint };

export const writeHint = ({ orgId, position }: Hint): string => `${orgId} ${position}`;

/** Null for what is none: anybody who can reach the server may publish. */
export function readHint(text: string): Hint | null {
  const [, orgId, position] = /^(\S{1,64}) (\d{1,18})$/.exec(text) ?? [];
  return orgId === undefined || position === undefined ? null : { orgId, position: BigInt(position) };
}
