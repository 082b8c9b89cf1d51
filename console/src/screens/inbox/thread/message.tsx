import { Trans, useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import { When } from '../../../parts/when.tsx';
import type { SaidFragment } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import { TranslationOf } from './translation-of.tsx';

type Props = { readonly message: SaidFragment; readonly before: SaidFragment | null; readonly visitor: string | null };

const isSameVoice = (one: SaidFragment, other: SaidFragment | null): boolean =>
  other !== null && one.role === other.role && one.author?.id === other.author?.id;

export const Message = memo(function Message({ message, before, visitor }: Props) {
  const { t } = useLingui();
  const { role, content, originalContent, translated, author, createdAt } = message;
  const names = { VISITOR: visitor ?? t`Visitor`, AI: t`AI`, HUMAN: author?.name ?? t`Team`, SYSTEM: t`System` };
  return (
    <li
      className={classes['message']}
      data-role={role}
      data-side={role === 'AI' || role === 'HUMAN' ? 'ours' : 'theirs'}
    >
      {!isSameVoice(message, before) && (
        <div className={classes['by']}>
          <span>{names[role]}</span>
          <When at={createdAt} />
        </div>
      )}
      <div className={classes['bubble']}>
        {content}
        {translated && originalContent !== content && (
          <div className={classes['typed']}>
            <Trans>As typed: {originalContent}</Trans>
          </div>
        )}
        <TranslationOf message={message} />
      </div>
    </li>
  );
});
