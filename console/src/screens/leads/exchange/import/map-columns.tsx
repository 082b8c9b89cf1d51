import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { ImportChoicesDocument } from '../../generated/operations.ts';
import type { Choices } from '../../use-choices.ts';
import type { CsvFile } from './choose-file.tsx';
import { ColumnTable } from './column-table.tsx';
import { fields, guessTargets, isFieldName, type Target } from './fields.ts';
import type { Row } from './run-import.ts';
import type { useImport } from './use-import.ts';

type Props = {
  readonly file: CsvFile;
  readonly choices: Choices;
  readonly importing: ReturnType<typeof useImport>;
  readonly onBack: () => void;
  /** What became of it, once it began: it may begin again with some of the rows. */
  readonly children: (again: (rows: readonly Row[]) => void, labelOf: (target: Target) => string) => ReactNode;
};

/** Of this minute, so that what one import made is found again. */
const tagOfNow = (): string => {
  const now = new Date();
  const at = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  return `import-${at.slice(0, 10)}-${at.slice(11, 16).replace(':', '')}`;
};

/** Says what the columns of a file are, and what to do with leads that are there already. */
export function MapColumns({ file, choices, importing, onBack, children }: Props) {
  const { t, i18n } = useLingui();
  const [{ data, error }] = useQuery({ query: ImportChoicesDocument });
  const custom = data?.customFields ?? [];
  const [chosen, setChosen] = useState<readonly Target[] | null>(null);
  const [rule, setRule] = useState<'leave' | 'make'>('leave');
  const [tag, setTag] = useState(tagOfNow);
  const targets =
    chosen ??
    guessTargets(
      file.head,
      custom.map(({ name }) => name),
    );
  const used = targets.filter((target) => target !== '');
  const isTwice = new Set(used).size < used.length;
  const run = (rows: readonly Row[]) =>
    importing.run(rows, {
      targets,
      custom,
      members: choices.members,
      tag: tag.trim(),
      allowDuplicate: rule === 'make',
    });
  const labelOf = (target: Target): string => {
    if (isFieldName(target)) return i18n._(fields[target].label);
    return custom.find(({ name }) => `custom:${name}` === target)?.label ?? target;
  };
  if (importing.current) return children(run, labelOf);
  const count = file.rows.length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(file.rows);
      }}
    >
      <Stack gap="md">
        <p>
          <b>{file.name}</b>: <Plural value={count} one="# row" other="# rows" />
        </p>
        {error && (
          <Alert color="yellow" variant="light" role="alert" title={t`Your own fields could not be read`}>
            {error.message}
          </Alert>
        )}
        <ColumnTable
          file={file}
          targets={targets}
          options={[
            { value: '', label: t`Leave it out` },
            ...Object.entries(fields).map(([value, { label }]) => ({ value, label: i18n._(label) })),
            ...custom.map(({ name, label }) => ({ value: `custom:${name}`, label })),
          ]}
          onChange={(at, target) => setChosen(targets.map((old, index) => (index === at ? target : old)))}
        />
        {isTwice && (
          <Alert color="red" variant="light" role="alert">
            <Trans>Two columns cannot be the same: leave one of them out.</Trans>
          </Alert>
        )}
        <Radio.Group
          label={t`A row with an e-mail address that a lead has already`}
          value={rule}
          onChange={(value) => setRule(value === 'make' ? 'make' : 'leave')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="leave" label={t`is left out, and listed afterwards`} />
            <Radio value="make" label={t`makes another lead all the same`} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={t`A tag for all of them`}
          description={t`By it they are found again. Empty is none.`}
          maxLength={100}
          value={tag}
          onChange={(event) => setTag(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            <Trans>Choose another file</Trans>
          </Button>
          <Button type="submit" disabled={used.length === 0 || isTwice}>
            <Plural value={count} one="Import # row" other="Import # rows" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
