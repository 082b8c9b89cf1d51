import { Alert } from '@mantine/core';
import type { CombinedError } from 'urql';
import { toProblem } from '../data/problem.ts';

type Props = { readonly title: string; readonly error: CombinedError | null };

/** What came of a form or an act that the server refused; nothing where it refused none. */
export function NotDone({ title, error }: Props) {
  if (!error) return null;
  return (
    <Alert color="red" variant="light" role="alert" title={title}>
      {toProblem(error).message}
    </Alert>
  );
}
