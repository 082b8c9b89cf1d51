import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { usePages } from '../../../data/use-pages.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { toQuestion, viewOf } from '../filters.ts';
import { ConversationsDocument } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import { Rows } from './rows.tsx';
import { mostOffered, useOffer } from './use-offer.ts';

/** Conversations by who waits or by what happened last, narrowed by view and words. */
export function ConversationList() {
  const { t } = useLingui();
  const { viewer, may } = useSession();
  const { id, search, filter, open } = useAddress();
  const [view, q] = [viewOf(search['view']), search['q'] ?? ''];
  const [typed, setTyped] = useState(q);
  const find = useDebouncedCallback((words: string) => filter({ q: words }), 250);
  const leads = may('leads:read');
  const me = viewer.member?.id ?? viewer.apiKeyId;
  const pages = usePages(ConversationsDocument, {
    variables: (page) => ({ ...page, ...toQuestion({ view, q, me }), leads }),
    select: (data) => data.conversations,
    // Rows do not move by themselves: see useOffer.
    on: [],
  });
  const { query, ...list } = pages;
  const { nodes } = list;
  const offer = useOffer({ shown: nodes, refresh: query.refresh, leads });

  const move = (step: number) => {
    const next = nodes[Math.max(0, nodes.findIndex((row) => row.id === id) + step)];
    if (next) open(next.id);
  };
  useCommands([
    { name: t`Open the next conversation`, key: 'j', run: () => move(1) },
    { name: t`Open the conversation before`, key: 'k', run: () => move(-1) },
    { name: t`Show what is new in the list`, key: 'n', run: offer.take },
  ]);

  return (
    <>
      <div className={classes['filters']}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t`View`}
          value={view}
          onChange={(chosen) => filter({ view: chosen })}
          data={[
            { value: 'all', label: t`All` },
            { value: 'waiting', label: t`Waiting` },
            { value: 'mine', label: t`Mine` },
            { value: 'closed', label: t`Closed` },
          ]}
        />
        <TextInput
          size="xs"
          type="search"
          aria-label={t`Search messages`}
          placeholder={t`Search messages`}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            find(value);
          }}
        />
      </div>
      <div className={classes['scroll']} data-testid="conversations">
        {offer.count > 0 && (
          <button type="button" className={`${classes['offer'] ?? ''} offer`} onClick={offer.take}>
            {offer.count > mostOffered ? <Trans>{mostOffered}+ new</Trans> : <Trans>{offer.count} new</Trans>}
          </button>
        )}
        <Loaded query={query} lines={8}>
          {() =>
            nodes.length === 0 ? (
              <div className={classes['lead']}>
                {q === '' && view === 'all' ? (
                  <Empty title={t`No conversation yet`}>
                    <Trans>The first message that a visitor writes on your page is here the moment it is sent.</Trans>
                  </Empty>
                ) : (
                  <Empty title={t`Nothing here`}>
                    <Trans>No conversation is like that. Try another view, or fewer words.</Trans>
                  </Empty>
                )}
              </div>
            ) : (
              <Rows {...list} />
            )
          }
        </Loaded>
      </div>
    </>
  );
}
