const { base = '', oidc } = document.querySelector<HTMLElement>('#root')?.dataset ?? {};

/** What the server says in the page itself. */
export const page = {
  /** Where every address of this installation begins, such as `/crm`, else nothing. */
  base,
  hasOidc: oidc === 'true',
  /** Allows a style of ours, once. */
  nonce: document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '',
} as const;
