import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { useAddress } from '../../../app/use-address.ts';
import { useSession } from '../../../data/session.tsx';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { Face } from '../../../parts/face.tsx';
import { When } from '../../../parts/when.tsx';
import type { ThreadQuery } from '../generated/operations.ts';
import classes from '../inbox.module.css';
import type { Held } from '../use-holder.ts';
import { visitorName } from '../visitor-name.ts';

import { useHolding } from './use-holding.ts';

type Props = {
  readonly conversation: NonNullable<ThreadQuery['conversation']>;
  readonly held: Held;
  readonly onLead: () => void;
  readonly onChanged: () => void;
};

/** Who answers here, and how that changes. */
export function ThreadHead({ conversation, held, onLead, onChanged }: Props) {
  const { t } = useLingui();
  const { open } = useAddress();
  const { may } = useSession();
  const { id, takenOverBy, takenOverAt, takenOverUntil, widget, closedAt } = conversation;
  const { takeOver, handBack, close, isBusy, problem } = useHolding(id, onChanged);
  const [asked, setAsked] = useState<'force' | 'close' | null>(null);

  const mayTake = held === 'nobody' && may('conversations:takeover');
  const mayHandBack = held === 'me' && may('conversations:handback');
  const mayForce = held === 'other' && may('conversations:handback', 'members:write');
  const mayClose = held !== 'closed' && may('conversations:write');
  useCommands([
    ...(mayTake ? [{ name: t`Take over`, key: 't', run: () => void takeOver() }] : []),
    ...(mayHandBack ? [{ name: t`Hand back`, key: 'b', run: () => void handBack(false) }] : []),
    ...(mayForce ? [{ name: t`Hand back for the holder`, key: 'b', run: () => setAsked('force') }] : []),
    ...(mayClose ? [{ name: t`Close the conversation`, key: 'e', run: () => setAsked('close') }] : []),
    { name: t`Show the lead`, key: 'l', run: onLead },
    { name: t`Back to the list`, key: 'u', run: () => open(null) },
  ]);

  return (
    <>
      <div className={classes['head']}>
        <Button className={classes['back'] ?? ''} variant="default" size="compact-sm" onClick={() => open(null)}>
          <Trans>Back</Trans>
        </Button>
        <div className={classes['who']}>
          <Text component="h2" fw={600} size="lg" className="cut">
            {visitorName(conversation) ?? t`A visitor`}
          </Text>
          <div className="muted cut">
            {held === 'closed' && closedAt && (
              <Trans>
                Closed <When at={closedAt} />
              </Trans>
            )}
            {held === 'nobody' && <Trans>The AI answers</Trans>}
            {takenOverBy && held !== 'closed' && (
              <Group gap={6} wrap="nowrap">
                <Face name={takenOverBy.name} url={takenOverBy.avatarUrl} size={20} />
                <span className="cut">
                  {held === 'me' ? <Trans>You answer</Trans> : <Trans>{takenOverBy.name} answers</Trans>}{' '}
                  {takenOverAt && <When at={takenOverAt} />}
                  {takenOverUntil && (
                    <>
                      {' · '}
                      <Trans>until</Trans> <When at={takenOverUntil} />
                    </>
                  )}
                </span>
              </Group>
            )}
            {widget && held === 'nobody' && ` · ${widget.name}`}
          </div>
        </div>
        <Group gap="sm">
          <Button className={classes['toggle'] ?? ''} variant="default" size="xs" onClick={onLead}>
            <Trans>Lead</Trans>
          </Button>
          {mayClose && (
            <Button variant="default" size="xs" onClick={() => setAsked('close')}>
              <Trans>Close</Trans>
            </Button>
          )}
          {mayTake && (
            <Button size="xs" loading={isBusy} onClick={() => void takeOver()}>
              <Trans>Take over</Trans>
            </Button>
          )}
          {(mayHandBack || mayForce) && (
            <Button
              variant={mayForce ? 'default' : 'filled'}
              size="xs"
              loading={isBusy}
              onClick={() => (mayForce ? setAsked('force') : void handBack(false))}
            >
              <Trans>Hand back</Trans>
            </Button>
          )}
        </Group>
      </div>
      {problem !== null && (
        <Alert color="yellow" variant="light" role="alert" m="sm" mb={0} title={problem.title}>
          {problem.message}
        </Alert>
      )}
      <AskOnce
        isOpen={asked === 'force'}
        title={t`Hand back what somebody else holds?`}
        text={t`${takenOverBy?.name ?? ''} stops answering, and the AI goes on with the visitor. What was said stays.`}
        action={t`Hand back for the holder`}
        onDone={() => void handBack(true)}
        onClose={() => setAsked(null)}
      />
      <AskOnce
        isOpen={asked === 'close'}
        title={t`Close this conversation?`}
        text={t`Nobody answers in it any more, neither a person nor the AI. It stays here to be read. This cannot be undone.`}
        action={t`Close the conversation`}
        onDone={() => void close()}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
