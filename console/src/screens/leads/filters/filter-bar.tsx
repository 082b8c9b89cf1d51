import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, type Ref, useState } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { statuses, tiers } from '../words.ts';
import type { Choices } from '../use-choices.ts';
import classes from './filters.module.css';
import { type FilterName, noFilter, pickFilter } from './read-filter.ts';

type Props = { readonly choices: Choices; readonly searchRef: Ref<HTMLInputElement>; readonly children: ReactNode };

const restMs = 250;

/** Which leads are shown; each part stands in the address. */
export function FilterBar({ choices, searchRef, children }: Props) {
  const { t, i18n } = useLingui();
  const { search, filter } = useAddress();
  const given = pickFilter(search);
  const [isMore, setMore] = useState(() => Object.keys(given).some((name) => moreNames.has(name)));
  const select = (name: FilterName, label: string, all: string, options: readonly (readonly [string, string])[]) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={search[name] ?? ''}
      onChange={(event) => filter({ [name]: event.currentTarget.value })}
      data={[{ value: '', label: all }, ...options.map(([value, shown]) => ({ value, label: shown }))]}
    />
  );
  const typed = (name: FilterName, label: string, type: 'text' | 'number' | 'date') => (
    <Typed name={name} label={label} type={type} />
  );
  return (
    <search className={classes['filters']} aria-label={t`Filters`}>
      <div className={classes['line']}>
        <Typed name="q" label={t`Search leads`} type="search" inputRef={searchRef} />
        {select(
          'stage',
          t`Stage`,
          t`Any stage`,
          choices.stages.map(({ key, name }) => [key, name]),
        )}
        {select(
          'status',
          t`Status`,
          t`Any status`,
          Object.entries(statuses).map(([value, name]) => [value, i18n._(name)]),
        )}
        <Button size="xs" variant="default" aria-expanded={isMore} onClick={() => setMore((before) => !before)}>
          {isMore ? <Trans>Fewer filters</Trans> : <Trans>More filters</Trans>}
        </Button>
        {Object.keys(given).length > 0 && (
          <Button size="xs" variant="subtle" onClick={() => filter(noFilter)}>
            <Trans>Clear</Trans>
          </Button>
        )}
        {children}
      </div>
      {isMore && (
        <div className={classes['line']}>
          {select(
            'source',
            t`Source`,
            t`Any source`,
            choices.sources.map(({ key, label }) => [key, label]),
          )}
          {select(
            'tier',
            t`Tier`,
            t`Any tier`,
            Object.entries(tiers).map(([value, name]) => [value, i18n._(name)]),
          )}
          {choices.members.length > 0 &&
            select(
              'owner',
              t`Owner`,
              t`Anybody’s`,
              choices.members.map(({ id, name }) => [id, name]),
            )}
          {typed('tags', t`Tags, by commas`, 'text')}
          {typed('scoreFrom', t`Score from`, 'number')}
          {typed('scoreTo', t`Score to`, 'number')}
          {typed('from', t`Created from`, 'date')}
          {typed('to', t`Created until`, 'date')}
          {select('deleted', t`Deleted`, t`Not deleted`, [['1', t`Deleted`]])}
        </div>
      )}
    </search>
  );
}

const moreNames: ReadonlySet<string> = new Set([
  'source',
  'tier',
  'owner',
  'tags',
  'scoreFrom',
  'scoreTo',
  'from',
  'to',
  'deleted',
]);

type TypedProps = {
  readonly name: FilterName;
  readonly label: string;
  readonly type: 'text' | 'number' | 'date' | 'search';
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A part of the filter that is typed: the address follows once the hand rests. */
function Typed({ name, label, type, inputRef }: TypedProps) {
  const { search, filter } = useAddress();
  const there = search[name] ?? '';
  const [text, setText] = useState(there);
  const [seen, setSeen] = useState(there);
  const [sent, setSent] = useState(there);
  const put = useDebouncedCallback((value: string) => {
    setSent(value);
    filter({ [name]: value });
  }, restMs);
  // Changed by something else, such as a saved filter or the way back.
  if (there !== seen) {
    setSeen(there);
    if (there !== sent) setText(there);
  }
  return (
    <TextInput
      {...(inputRef !== undefined && { ref: inputRef })}
      className={classes[type] ?? ''}
      size="xs"
      type={type}
      {...(type === 'number' && { min: 0, max: 100 })}
      aria-label={label}
      placeholder={label}
      title={label}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        put(event.currentTarget.value);
      }}
    />
  );
}
