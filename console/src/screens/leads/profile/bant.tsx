import { useLingui } from '@lingui/react/macro';
import { useSession } from '../../../data/session.tsx';
import { Editable } from './editable.tsx';
import type { ProfileLead } from './profile.tsx';
import classes from './profile.module.css';
import { Section } from './section.tsx';
import { useChange } from './use-change.ts';

/** Budget, authority, need and timeline. */
export function Bant({ lead }: { readonly lead: ProfileLead }) {
  const { t } = useLingui();
  const { may } = useSession();
  const change = useChange(lead.id);
  const mayWrite = may('leads:write') && lead.deletedAt === null;
  const field = (name: keyof ProfileLead['bant'], label: string) => (
    <Editable
      label={label}
      value={lead.bant[name]}
      isLong
      onSave={
        mayWrite ? (value) => change({ bant: { [name]: value } }, { bant: { [name]: lead.bant[name] } }) : undefined
      }
    />
  );
  const isEmpty = Object.values(lead.bant).every((value) => value === null);
  if (!mayWrite && isEmpty) return null;
  return (
    <Section title={t`Qualification`}>
      <div className={classes['facts']}>
        {field('budget', t`Budget`)}
        {field('authority', t`Authority`)}
        {field('need', t`Need`)}
        {field('timeline', t`Timeline`)}
      </div>
    </Section>
  );
}
