import { Trans } from '@lingui/react/macro';

/** Which pages may use a widget. */
export function OriginsInWords({ origins }: { readonly origins: readonly string[] }) {
  if (origins.length === 0) return <Trans>No page, only servers of yours</Trans>;
  if (origins.includes('*')) return <Trans>Any page</Trans>;
  return <>{origins.join(', ')}</>;
}
