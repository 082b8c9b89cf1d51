import { Trans, useLingui } from '@lingui/react/macro';
import { When } from '../../../parts/when.tsx';
import { meetingStates } from '../words.ts';
import type { ProfileLead } from './profile.tsx';
import classes from './profile.module.css';
import { Section } from './section.tsx';

const isPast = (at: string | null): boolean => at !== null && Date.parse(at) < Date.now();

/** What the lead booked, the latest that was told of first; nothing where it booked none. */
export function Meetings({ lead }: { readonly lead: ProfileLead }) {
  const { t, i18n } = useLingui();
  const meetings = lead.meetings?.nodes ?? [];
  if (meetings.length === 0) return null;
  return (
    <Section title={t`Meetings`}>
      <ol className={classes['timeline']}>
        {meetings.map(({ id, title, state, startsAt, endsAt, joinUrl, cancelReason }) => (
          <li key={id}>
            <div className="spread">
              <strong>{title ?? t`Meeting`}</strong>
              <span className="muted">
                {i18n._(meetingStates[state])} {startsAt !== null && <When at={startsAt} mayBeAhead />}
              </span>
            </div>
            {state === 'BOOKED' && joinUrl !== null && !isPast(endsAt) && (
              <a href={joinUrl} target="_blank" rel="noopener noreferrer">
                <Trans>Join</Trans>
              </a>
            )}
            {cancelReason !== null && <div className={classes['text']}>{cancelReason}</div>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
