import { Trans } from '@lingui/react/macro';
import type { Typist } from './use-typing.ts';
import classes from '../inbox.module.css';

type Props = { readonly by: Typist; readonly visitor: string | null; readonly holder: string | null };

/** That somebody writes, below what was said; the log it stands in reads it aloud. */
export function Typing({ by, visitor, holder }: Props) {
  return (
    <p className={`muted ${classes['typing'] ?? ''}`} data-side={by === 'VISITOR' ? 'theirs' : 'ours'}>
      {by === 'VISITOR' &&
        (visitor === null ? <Trans>The visitor is typing…</Trans> : <Trans>{visitor} is typing…</Trans>)}
      {by === 'AI' && <Trans>The AI is answering…</Trans>}
      {by === 'HUMAN' && (holder === null ? <Trans>Somebody is typing…</Trans> : <Trans>{holder} is typing…</Trans>)}
    </p>
  );
}
