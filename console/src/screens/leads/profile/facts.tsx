import { useLingui } from '@lingui/react/macro';
import { useSession } from '../../../data/session.tsx';
import { readTags } from '../filters/read-filter.ts';
import type { UpdateLeadInput } from '../generated/operations.ts';
import { Editable } from './editable.tsx';
import type { ProfileLead } from './profile.tsx';
import classes from './profile.module.css';
import { Section } from './section.tsx';
import { useChange } from './use-change.ts';

type TextField =
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'company'
  | 'jobTitle'
  | 'handle'
  | 'linkedinUrl'
  | 'remark';

/** Who a lead is. */
export function Facts({ lead }: { readonly lead: ProfileLead }) {
  const { t } = useLingui();
  const { may } = useSession();
  const change = useChange(lead.id);
  const mayWrite = may('leads:write') && lead.deletedAt === null;
  const saving = (toInput: (value: string | null) => UpdateLeadInput, before: UpdateLeadInput) =>
    mayWrite ? (value: string | null) => change(toInput(value), before) : undefined;
  const text = (name: TextField, label: string, type: 'text' | 'email' | 'tel' | 'url' = 'text', isLong = false) => (
    <Editable
      label={label}
      value={lead[name]}
      type={type}
      isLong={isLong}
      onSave={saving((value) => ({ [name]: value }), { [name]: lead[name] })}
    />
  );
  return (
    <Section title={t`Facts`}>
      <div className={classes['facts']}>
        {text('firstName', t`First name`)}
        {text('lastName', t`Last name`)}
        {text('email', t`E-mail`, 'email')}
        {text('phone', t`Phone`, 'tel')}
        {text('company', t`Company`)}
        {text('jobTitle', t`Job title`)}
        <Editable
          label={t`Score`}
          type="number"
          value={lead.score === null ? null : String(lead.score)}
          onSave={saving((value) => ({ score: value === null ? null : Number(value) }), { score: lead.score })}
        />
        <Editable
          label={t`Tags`}
          value={lead.tags.length === 0 ? null : lead.tags.join(', ')}
          onSave={saving((value) => ({ tags: readTags(value ?? '') }), { tags: [...lead.tags] })}
        />
        {text('remark', t`Remark`, 'text', true)}
        <Editable label={t`Source`} value={lead.source} />
        <Editable label={t`Business`} value={lead.business?.name ?? null} />
      </div>
    </Section>
  );
}
