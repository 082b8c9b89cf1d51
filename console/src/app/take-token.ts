/** The token of a one-time link or an invitation, which stands in the fragment; taken off the address so that it stays in no history. */
export function takeToken(): string | null {
  const token = location.hash.slice(1);
  if (!/^tbi_\w+$/.test(token)) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
