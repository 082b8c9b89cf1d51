/** An address of ours that somebody outside posts to; it ends in a token. */
export const hookUrl = (publicUrl: string, kind: 'in' | 'calendar', token: string): string =>
  `${publicUrl}/hooks/${kind}/${token}`;
