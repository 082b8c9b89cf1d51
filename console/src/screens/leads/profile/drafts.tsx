import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useCommands } from '../../../app/commands.tsx';
import { useSession } from '../../../data/session.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import { AskForDraft } from './ask-for-draft.tsx';
import type { ProfileLead } from './profile.tsx';
import classes from './profile.module.css';
import { Section } from './section.tsx';
import { useWhyNoDraft } from './use-why-no-draft.ts';

type Props = { readonly lead: ProfileLead; readonly onChanged: () => void };

/** The mail to a lead that waits for somebody to approve it, and asking for some; nothing for whom there is neither. */
export function Drafts({ lead, onChanged }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const mayAsk = may('campaigns:write');
  const drafts = lead.emails?.nodes ?? [];
  const [isAsking, asking] = useDisclosure();
  const whyNot = useId();
  const reason = useWhyNoDraft(lead);
  useCommands(mayAsk && reason === null ? [{ name: t`Draft a mail`, key: 'm', run: asking.open }] : []);
  if (drafts.length === 0 && !mayAsk) return null;
  const title = mayAsk ? t`Mail to approve` : t`Drafts`;
  return (
    <Section
      title={title}
      action={
        mayAsk && (
          <Button
            size="xs"
            variant="default"
            disabled={reason !== null}
            aria-describedby={reason == null ? undefined : whyNot}
            onClick={asking.open}
          >
            <Trans>Draft a mail</Trans>
          </Button>
        )
      }
    >
      {mayAsk && reason != null && (
        <p id={whyNot} className="muted">
          <Trans>No mail can be drafted: {reason}</Trans>
        </p>
      )}
      {drafts.length > 0 ? (
        <ul className={classes['timeline']} aria-label={title}>
          {drafts.map(({ id, subject, aiWritten, createdAt }) => (
            <li key={id}>
              <div className="spread">
                <ScreenLink path="automation" id={id}>
                  {subject}
                </ScreenLink>
                <span className="muted">
                  {aiWritten && <Trans>by a model</Trans>} <When at={createdAt} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        lead.emails &&
        reason == null && (
          <p className="muted">
            <Trans>No draft waits.</Trans>
          </p>
        )
      )}
      <Dialog isOpen={isAsking} onClose={asking.close} title={t`Draft a mail`}>
        {isAsking && <AskForDraft leadId={lead.id} onDrafted={onChanged} onClose={asking.close} />}
      </Dialog>
    </Section>
  );
}
