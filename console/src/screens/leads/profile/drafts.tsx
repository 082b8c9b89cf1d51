import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../../../data/session.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import type { ProfileLead } from './profile.tsx';
import classes from './profile.module.css';
import { Section } from './section.tsx';

/** The mail to a lead that waits for somebody to approve it; nothing where none does. */
export function Drafts({ lead }: { readonly lead: ProfileLead }) {
  const { t } = useLingui();
  const { may } = useSession();
  const drafts = lead.emails?.nodes ?? [];
  if (drafts.length === 0) return null;
  const title = may('campaigns:write') ? t`Mail to approve` : t`Drafts`;
  return (
    <Section title={title}>
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
    </Section>
  );
}
