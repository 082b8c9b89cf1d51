import type { GraphAnswer } from '../support/graph-client.ts';
import type { Part } from './world.ts';

/** How an operation answers who names a row that is not there for them. */
type Answer =
  | 'NULL'
  | 'EMPTY'
  | 'FAILED'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'FORBIDDEN'
  | 'CURSOR_EXPIRED'
  | 'PRECONDITION_FAILED';

/** An operation that names a row of somebody else’s: `their` part where the caller has only its `own`. */
export type Attempt = {
  readonly document: string;
  readonly variables: (their: Part, own: Part) => object;
  readonly answers: Answer;
  /** What a key locked to a business is answered; null where the row is the whole workspace's and so its as well. */
  readonly locked: Answer | null;
  /** Whether a locked key may do it at all: what is the whole workspace's it may read, not change. */
  readonly lockedMay: boolean;
};

type Options = { readonly locked?: Answer | null; readonly lockedMay?: boolean };

const attempt =
  (answers: Answer) =>
  (
    document: string,
    variables: Attempt['variables'],
    { locked = answers, lockedMay = true }: Options = {},
  ): Attempt => ({
    document,
    variables,
    answers,
    locked,
    lockedMay,
  });

export const answersNull = attempt('NULL');
export const answersEmpty = attempt('EMPTY');
/** One of several rows is told to be missing, the others are dealt with. */
export const answersFailed = attempt('FAILED');
export const notFound = attempt('NOT_FOUND');
export const invalid = attempt('INVALID');
/** A row that is expected and is no such one. */
export const notAsExpected = attempt('PRECONDITION_FAILED');
export const cursorExpired = attempt('CURSOR_EXPIRED');

/** Rows of the whole workspace, such as its members: any key of it may name them. */
export const ofTheWorkspace: Options = { locked: null };

/** What is the whole workspace's to change: a locked key is refused before anything is looked up. */
export const notForLocked: Options = { locked: 'FORBIDDEN', lockedMay: false };

type Data = Record<string, unknown> | null | undefined;

/** What an operation of one field answered, in the words of an attempt; anything that tells of a row is `FOUND`. */
export function kindOf({ data, errors }: GraphAnswer<Data>): string {
  if (errors[0]) return String(errors[0].extensions['code']);
  const [answer] = Object.values(data ?? {});
  if (answer === null) return 'NULL';
  const text = JSON.stringify(answer);
  if (text === '{"failed":1,"results":[{"lead":null}]}') return 'FAILED';
  return text === '{"totalCount":0,"nodes":[]}' || text === '{"nodes":[]}' ? 'EMPTY' : 'FOUND';
}
