import { page } from '../../page.ts';

/** Stands in a snippet where the key goes, if nobody here knows it. */
export const unknownKey = 'cw_live_…';

/** The line that puts a widget on a page. */
export const snippetOf = (key: string): string =>
  `<script src="${location.origin}${page.base}/widget.js" data-key="${key}" async></script>`;

/** What a page with a Content-Security-Policy adds to it. */
export const policyOf = (): string => `script-src ${location.origin}; connect-src ${location.origin}; img-src https:`;
