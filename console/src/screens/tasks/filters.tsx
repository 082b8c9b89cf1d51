import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useAddress } from '../../app/use-address.ts';
import classes from './tasks.module.css';
import type { useAsked } from './use-asked.ts';
import { dues, orders, statuses, types } from './words.ts';

/** How far, of which kind, by when, and in which order. */
export function Filters({ status, type, due, order, usual }: ReturnType<typeof useAsked>) {
  const { t, i18n } = useLingui();
  const { filter } = useAddress();
  const named = (words: Readonly<Record<string, MessageDescriptor>>) =>
    Object.entries(words).map(([value, name]) => ({ value, label: i18n._(name) }));
  return (
    <search className={classes['filters']} aria-label={t`Filters`}>
      <NativeSelect
        size="xs"
        aria-label={t`Status`}
        value={status}
        onChange={({ currentTarget: { value } }) => filter({ status: value === 'PENDING' ? '' : value, order: '' })}
        data={named(statuses)}
      />
      <NativeSelect
        size="xs"
        aria-label={t`Kind`}
        value={type ?? ''}
        onChange={({ currentTarget: { value } }) => filter({ type: value })}
        data={[{ value: '', label: t`Any kind` }, ...named(types)]}
      />
      <NativeSelect
        size="xs"
        aria-label={t`Due`}
        value={due ?? ''}
        onChange={({ currentTarget: { value } }) => filter({ due: value })}
        data={[{ value: '', label: t`Due at any time` }, ...named(dues)]}
      />
      <NativeSelect
        size="xs"
        aria-label={t`Order`}
        value={order}
        onChange={({ currentTarget: { value } }) => filter({ order: value === usual ? '' : value })}
        data={named(orders)}
      />
    </search>
  );
}
