import { useLingui } from '@lingui/react/macro';
import { MultiSelect, TextInput } from '@mantine/core';
import { useAddress } from '../../app/use-address.ts';
import { writeEventType } from '../../parts/event-type.ts';
import { fromLocal, toLocal } from '../../parts/local-time.ts';
import classes from './events.module.css';

type Props = { readonly names: readonly string[]; readonly chosen: readonly string[] };

/** Of which types, about whom, in which conversation, and when. */
export function Filters({ names, chosen }: Props) {
  const { t } = useLingui();
  const { search, filter } = useAddress();
  const named = (name: 'lead' | 'conversation', label: string, placeholder: string) => {
    const value = search[name] ?? '';
    const take = (text: string) => text.trim() !== value && filter({ [name]: text.trim() });
    return (
      <TextInput
        key={`${name} ${value}`}
        label={label}
        placeholder={placeholder}
        defaultValue={value}
        onBlur={({ currentTarget }) => take(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget.value)}
      />
    );
  };
  const timed = (name: 'from' | 'to', label: string) => {
    const value = toLocal(search[name] ?? '');
    const take = (text: string) => text !== value && filter({ [name]: fromLocal(text) ?? '' });
    return (
      <TextInput
        key={`${name} ${value}`}
        type="datetime-local"
        label={label}
        defaultValue={value}
        onBlur={({ currentTarget }) => take(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget.value)}
      />
    );
  };
  return (
    <search className={classes['filters']} aria-label={t`Filters`}>
      <MultiSelect
        className={classes['types'] ?? ''}
        searchable
        label={t`Types`}
        placeholder={chosen.length === 0 ? t`Every type` : ''}
        maxDropdownHeight={280}
        data={names.map((name) => ({ value: name, label: writeEventType(name) }))}
        value={[...chosen]}
        onChange={(types) => filter({ types: types.join() })}
      />
      {named('lead', t`About the lead`, 'ld_…')}
      {named('conversation', t`In the conversation`, 'cv_…')}
      {timed('from', t`From`)}
      {timed('to', t`Before`)}
    </search>
  );
}
