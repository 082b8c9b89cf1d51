import { Trans, useLingui } from '@lingui/react/macro';
import { Code } from '../../../parts/code.tsx';
import { policyOf, snippetOf } from '../snippet-of.ts';

/** The line for a page, and what a page with a strict policy adds. */
export function Snippet({ widgetKey }: { readonly widgetKey: string }) {
  const { t } = useLingui();
  return (
    <>
      <Code text={snippetOf(widgetKey)} label={t`The snippet`} />
      <p className="muted">
        <Trans>A page with a Content-Security-Policy allows these besides its own; no “unsafe” is needed:</Trans>
      </p>
      <Code text={policyOf()} label={t`What the policy needs`} />
      <p className="muted">
        <Trans>
          The part <span className="mono">img-src</span> is for the pictures of those who answer; without it there are
          initials.
        </Trans>
      </p>
    </>
  );
}
