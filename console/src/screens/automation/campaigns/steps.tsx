import { Plural, Trans, useLingui } from '@lingui/react/macro';
import classes from '../automation.module.css';
import type { CampaignFactsFragment } from '../generated/operations.ts';
import { Section } from '../../../parts/section.tsx';

const hoursADay = 24;

/** How long after what stands before it a mail is due. */
function Delay({ hours }: { readonly hours: number }) {
  if (hours === 0) return <Trans>at once</Trans>;
  if (hours % hoursADay === 0) return <Plural value={hours / hoursADay} one="# day later" other="# days later" />;
  return <Plural value={hours} one="# hour later" other="# hours later" />;
}

/** The mails of a campaign, in their order. */
export function Steps({ steps }: Pick<CampaignFactsFragment, 'steps'>) {
  const { t } = useLingui();
  return (
    <Section
      title={t`Its mails`}
      note={
        <Trans>
          With their placeholders as they stand. Whatever is set here, a lead’s mails are due an hour apart at least,
          and three in any 24 hours at most.
        </Trans>
      }
    >
      <ol className={classes['steps']}>
        {steps.map(({ subject, body, delayHours }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a mail is its place in the order
          <li key={index} className={classes['step']}>
            <span className="figures muted">{index + 1}.</span> <span className={classes['name']}>{subject}</span>{' '}
            <span className="muted">
              <Delay hours={delayHours} />
            </span>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, which a keyboard can only where it takes the focus */}
            <div className={classes['body']} role="region" aria-label={t`Text of mail ${index + 1}`} tabIndex={0}>
              {body}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
