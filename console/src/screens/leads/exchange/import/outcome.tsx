import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Progress, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useAddress } from '../../../../app/use-address.ts';
import { toProblem } from '../../../../data/problem.ts';
import { ScreenLink } from '../../../../parts/screen-link.tsx';
import { noFilter } from '../../filters/read-filter.ts';
import { download } from '../download.ts';
import type { Target } from './fields.ts';
import classes from './import.module.css';
import type { Import, Row } from './run-import.ts';
import { writeRows } from './write-rows.ts';

const shownProblems = 100;

type Props = {
  readonly head: readonly string[];
  readonly current: Import;
  readonly labelOf: (target: Target) => string;
  readonly onStop: () => void;
  readonly onAgain: (rows: readonly Row[]) => void;
  readonly onClose: () => void;
};

/** How far an import is, and what became of the rows. */
export function Outcome({ head, current, labelOf, onStop, onAgain, onClose }: Props) {
  const { t } = useLingui();
  const { filter } = useAddress();
  const { total, done, made, problems, left, state, error, tag } = current;
  const focus = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state !== 'running') focus.current?.focus();
  }, [state]);
  const notMade = [...problems.map(({ row }) => row), ...left];
  const save = () =>
    download(
      'not-imported',
      writeRows(
        [...head, t`Problem`],
        [
          ...problems.map(({ row, message, field }) => [
            ...head.map((_, at) => row.cells[at] ?? ''),
            field === null ? message : `${labelOf(field)}: ${message}`,
          ]),
          ...left.map(({ cells }) => [...head.map((_, at) => cells[at] ?? ''), t`not asked for`]),
        ],
      ),
    );

  return (
    <Stack gap="md">
      {state === 'running' ? (
        <>
          <Progress.Root size="lg">
            <Progress.Section value={(100 * done) / total} aria-label={t`How far it is`} />
          </Progress.Root>
          <div className="figures" role="status">
            <Trans>
              {done} of {total} rows
            </Trans>
          </div>
        </>
      ) : (
        <div ref={focus} tabIndex={-1} className={classes['said']}>
          <Plural value={made} one="# lead made" other="# leads made" />
          {made > 0 && (
            <>
              {' '}
              <Button
                size="xs"
                variant="light"
                ml="sm"
                onClick={() => {
                  filter({ ...noFilter, tags: tag });
                  onClose();
                }}
              >
                <Trans>Show them</Trans>
              </Button>
            </>
          )}
        </div>
      )}
      {state === 'stopped' && (
        <Alert
          color={error ? 'red' : 'yellow'}
          variant="light"
          role="alert"
          title={error ? t`The import broke off` : t`You stopped the import`}
        >
          {error && <p>{toProblem(error).message}</p>}
          <Plural
            value={left.length}
            one="# row was not tried. Nothing of it is lost."
            other="# rows were not tried. Nothing of them is lost."
          />
        </Alert>
      )}
      {problems.length > 0 && (
        <div>
          <p>
            <Plural value={problems.length} one="# row was left out:" other="# rows were left out:" />
          </p>
          <ul className={classes['problems']} aria-label={t`Rows that were left out`}>
            {problems.slice(0, shownProblems).map(({ row, field, message, existingId }) => (
              <li key={row.key}>
                <b>
                  <Trans>Row {row.number}</Trans>
                </b>
                {field !== null && <>, {labelOf(field)}</>}: {message}
                {existingId !== null && (
                  <>
                    {' '}
                    <ScreenLink path="leads" id={existingId}>
                      <Trans>That lead</Trans>
                    </ScreenLink>
                  </>
                )}
              </li>
            ))}
          </ul>
          {problems.length > shownProblems && (
            <p className="muted">
              <Trans>The first {shownProblems} are shown; the file you can save holds all.</Trans>
            </p>
          )}
        </div>
      )}
      <Group justify="flex-end">
        {state === 'running' ? (
          <Button variant="default" onClick={onStop}>
            <Trans>Stop</Trans>
          </Button>
        ) : (
          <>
            {notMade.length > 0 && (
              <Button variant="default" onClick={save}>
                <Trans>Save what was not made</Trans>
              </Button>
            )}
            {left.length > 0 && (
              <Button variant="default" onClick={() => onAgain(left)}>
                <Trans>Go on</Trans>
              </Button>
            )}
            <Button onClick={onClose}>
              <Trans>Done</Trans>
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
