import { Trans, useLingui } from '@lingui/react/macro';
import { Title, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { ConversationList } from './list/conversation-list.tsx';
import { Chosen } from './chosen.tsx';
import classes from './inbox.module.css';
import { LeadPanel } from './lead/lead-panel.tsx';
import { OutboxProvider } from './thread/outbox.tsx';
import { Thread } from './thread/thread.tsx';

/** Who wrote, what was said, and who they are: side by side, or one of them at a time on a phone. */
export function Inbox() {
  const { t } = useLingui();
  const { id } = useAddress();
  const { may } = useSession();
  const [isLeadShown, setIsLeadShown] = useState(false);
  useEffect(() => {
    document.title = t`Inbox · Tributary`;
  }, [t]);

  const pane = id === null ? 'list' : isLeadShown ? 'lead' : 'thread';
  return (
    <OutboxProvider>
      <VisuallyHidden>
        <Title order={1}>
          <Trans>Inbox</Trans>
        </Title>
      </VisuallyHidden>
      <div className={classes['inbox']} data-pane={pane}>
        <section className={`${classes['pane'] ?? ''} ${classes['list'] ?? ''}`} aria-label={t`Conversations`}>
          <ConversationList />
        </section>
        <section className={`${classes['pane'] ?? ''} ${classes['thread'] ?? ''}`} aria-label={t`Conversation`}>
          {id === null ? <Chosen /> : <Thread key={id} id={id} onLead={() => setIsLeadShown(true)} />}
        </section>
        <section className={`${classes['pane'] ?? ''} ${classes['aside'] ?? ''}`} aria-label={t`Lead`}>
          {id !== null && may('leads:read') && (
            <LeadPanel key={id} conversationId={id} onBack={() => setIsLeadShown(false)} />
          )}
        </section>
      </div>
    </OutboxProvider>
  );
}
