import { Trans, useLingui } from '@lingui/react/macro';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { When } from '../../../parts/when.tsx';
import type { ProfileLead } from './profile.tsx';
import classes from './profile.module.css';
import { Section } from './section.tsx';

/** The mail to a lead that waits for somebody to approve it; nothing where none does. */
export function Drafts({ lead }: { readonly lead: ProfileLead }) {
  const { t } = useLingui();
  const drafts = lead.emails?.nodes ?? [];
  if (drafts.length === 0) return null;
  return (
    <Section title={t`Mail to approve`}>
      <ul className={classes['timeline']} aria-label={t`Mail to approve`}>
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
