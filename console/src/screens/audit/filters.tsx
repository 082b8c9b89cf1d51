import { useLingui } from '@lingui/react/macro';
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from 'urql';
import { useAddress } from '../../app/use-address.ts';
import { useSession } from '../../data/session.tsx';
import { ActorsDocument } from './generated/operations.ts';

/** By whom, with which key, of what, and what was done: what the graph's log can be asked for. */
export function Filters() {
  const { t } = useLingui();
  const { may } = useSession();
  const { search, filter } = useAddress();
  const asked = { members: may('members:read'), keys: may('keys:read') };
  const [{ data }] = useQuery({ query: ActorsDocument, variables: asked, pause: !asked.members && !asked.keys });
  const { member = '', key = '', of = '', action = '' } = search;
  const options = (all: string, found: readonly { readonly id: string; readonly name: string }[], chosen: string) => [
    { value: '', label: all },
    ...found.map(({ id, name }) => ({ value: id, label: name })),
    // Of one that is no longer among them, such as somebody who left, the id is all there is.
    ...(chosen === '' || found.some(({ id }) => id === chosen) ? [] : [{ value: chosen, label: chosen }]),
  ];
  return (
    <Group gap="sm" mb="md" align="flex-end">
      <NativeSelect
        label={t`In whose name`}
        value={member}
        data={options(t`Anybody`, data?.members?.nodes ?? [], member)}
        onChange={(event) => filter({ member: event.currentTarget.value })}
      />
      <NativeSelect
        label={t`With which key`}
        value={key}
        data={options(t`Any key`, data?.apiKeys?.nodes ?? [], key)}
        onChange={(event) => filter({ key: event.currentTarget.value })}
      />
      <TextInput
        key={`action ${action}`}
        label={t`What was done`}
        placeholder="lead.updated"
        defaultValue={action}
        onBlur={({ currentTarget: { value } }) => value.trim() !== action && filter({ action: value.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && filter({ action: event.currentTarget.value.trim() })}
      />
      <TextInput
        key={of}
        label={t`Changes of`}
        placeholder="ld_…"
        defaultValue={of}
        onBlur={({ currentTarget: { value } }) => value.trim() !== of && filter({ of: value.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && filter({ of: event.currentTarget.value.trim() })}
      />
    </Group>
  );
}
