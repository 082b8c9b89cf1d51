import { Trans, useLingui } from '@lingui/react/macro';
import type { I18n } from '@lingui/core';
import type { ReactNode } from 'react';
import { Empty } from '../../../parts/empty.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import { touchpointTypes } from '../../../parts/words.ts';
import type { ProfileLead } from './profile.tsx';
import classes from './profile.module.css';
import { Section } from './section.tsx';

type Entry = {
  readonly id: string;
  readonly at: string;
  readonly kind: ReactNode;
  readonly what: ReactNode;
  readonly who?: string | undefined;
};

function entriesOf(lead: ProfileLead, i18n: I18n): Entry[] {
  const touchpoints = lead.touchpoints?.nodes.map(({ id, type, channel, summary, occurredAt, author }): Entry => ({
    id,
    at: occurredAt,
    kind: (
      <>
        {i18n._(touchpointTypes[type])}
        {channel !== null && <span className="muted"> {channel}</span>}
      </>
    ),
    what: summary,
    who: author?.name,
  }));
  const notes = lead.notes?.nodes.map(({ id, body, createdAt, author }): Entry => ({
    id,
    at: createdAt,
    kind: <Trans>Note</Trans>,
    what: body,
    who: author?.name,
  }));
  const tasks = lead.tasks?.nodes.map(({ id, title, status, createdAt, dueAt }): Entry => ({
    id,
    at: createdAt,
    kind: <Trans>Task</Trans>,
    what: (
      <>
        <ScreenLink path="tasks" id={id}>
          {title}
        </ScreenLink>{' '}
        <span className="muted">
          {status === 'COMPLETED' ? <Trans>done</Trans> : status === 'CANCELLED' ? <Trans>cancelled</Trans> : null}
          {status === 'PENDING' && dueAt !== null && (
            <>
              <Trans>due</Trans> <When at={dueAt} mayBeAhead />
            </>
          )}
        </span>
      </>
    ),
  }));
  const { conversation } = lead;
  const talk: Entry[] = conversation
    ? [
        {
          id: conversation.id,
          at: conversation.lastMessage?.createdAt ?? conversation.createdAt,
          kind: (
            <ScreenLink path="inbox" id={conversation.id}>
              <Trans>Conversation</Trans>
            </ScreenLink>
          ),
          what: conversation.lastMessage?.content,
        },
      ]
    : [];
  return [...(touchpoints ?? []), ...(notes ?? []), ...(tasks ?? []), ...talk].toSorted((one, other) =>
    other.at.localeCompare(one.at),
  );
}

/** What happened with a lead, the newest first. */
export function Timeline({ lead }: { readonly lead: ProfileLead }) {
  const { t, i18n } = useLingui();
  const entries = entriesOf(lead, i18n);
  return (
    <Section title={t`Timeline`}>
      {entries.length === 0 ? (
        <Empty title={t`Nothing happened yet`}>
          <Trans>Notes, touchpoints, tasks and conversations stand here.</Trans>
        </Empty>
      ) : (
        <ol className={classes['timeline']}>
          {entries.map(({ id, at, kind, what, who }) => (
            <li key={id}>
              <div className="spread">
                <strong>{kind}</strong>
                <span className="muted">
                  {who} <When at={at} />
                </span>
              </div>
              <div className={classes['text']}>{what}</div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
