import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, FileInput, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { decode, readCsv } from './read-csv.ts';
import type { Row } from './run-import.ts';

export type CsvFile = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
};

const mostBytes = 20_000_000;
const mostRows = 50_000;

type Props = { readonly onChosen: (file: CsvFile) => void; readonly onClose: () => void };

/** Rows that hold something, by their number in a spreadsheet: the head is 1. */
const toRows = (rows: readonly (readonly string[])[]): Row[] =>
  rows.flatMap((cells, index) =>
    cells.some((cell) => cell !== '') ? [{ number: index + 2, cells, key: crypto.randomUUID() }] : [],
  );

export function ChooseFile({ onChosen, onClose }: Props) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<string | null>(null);

  async function read(file: File | null) {
    setProblem(null);
    if (!file) return;
    if (file.size > mostBytes) return setProblem(t`It is larger than 20 MB. Split it, and import the parts.`);
    try {
      const [head = [], ...rest] = readCsv(decode(await file.arrayBuffer()));
      const rows = toRows(rest);
      if (rows.length === 0) return setProblem(t`There is no row below its first one, which names the columns.`);
      if (rows.length > mostRows) return setProblem(t`It has more than 50,000 rows. Split it, and import the parts.`);
      return onChosen({ name: file.name, head, rows });
    } catch {
      return setProblem(t`It could not be read. Is it still there?`);
    }
  }

  return (
    <Stack gap="md">
      {problem !== null && (
        <Alert color="red" variant="light" role="alert" title={t`This file cannot be imported`}>
          {problem}
        </Alert>
      )}
      <FileInput
        data-autofocus
        label={t`CSV file`}
        description={t`As a spreadsheet saves it, with the names of the columns in its first row. Nothing is made before you have seen it.`}
        placeholder={t`Choose a file`}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        onChange={(file) => void read(file)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
