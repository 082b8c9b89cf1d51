import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import type { MemberRole } from './generated/operations.ts';
import { roles } from '../../parts/words.ts';
import { isRole } from './roles.ts';
import { useRoles } from './use-roles.ts';

type Props = { readonly role: MemberRole | null; readonly onChange: (role: MemberRole) => void };

/** The roles somebody can have instead. */
export function ChangeRole({ role, onChange }: Props) {
  const { t } = useLingui();
  const { offered } = useRoles();
  return (
    <NativeSelect
      maw={420}
      mb="sm"
      label={t`Change the role`}
      description={
        role === null
          ? t`Holds at once. Once there is a role, there is always one.`
          : t`Holds at once, for all keys of theirs as well.`
      }
      value={role ?? ''}
      data={[
        ...(role === null ? [{ value: '', label: t`No role` }] : []),
        ...offered.map((value) => ({ value, label: t(roles[value]) })),
      ]}
      onChange={({ currentTarget: { value } }) => isRole(value) && value !== role && onChange(value)}
    />
  );
}
