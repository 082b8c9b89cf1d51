import { z } from 'zod';
import { DomainError, type DomainErrorCode } from '../../src/errors.ts';
import { limits } from '../../src/limits.ts';
import { eventStreamMedia, type Frame, opening, toFrame, withComments } from '../http/event-stream.ts';
import type { Operation, Told } from '../http/execute.ts';
import { fieldsOf, type Fields, type None, type Route, type RouteFacts, withDefaults } from './route.ts';
import { queryObject, strictObject } from './strict-object.ts';

const resumption = queryObject({
  after: z.string().min(1).optional().meta({
    description: 'The id of the event to go on after; absent begins with what happens from now on.',
  }),
});

type EventDefinition<Params extends z.ZodObject, Result, Variables, Latest, Beside, BesideVariables> = RouteFacts & {
  readonly method: 'get';
  readonly params: Params;
  readonly reply: z.ZodType<string>;
  /** A subscription to the log. */
  readonly operation: Operation<Result, Variables>;
  readonly variables: (fields: Fields<Params, typeof resumption, None>, after: string) => Variables;
  /** Where a stream begins that is told nothing: behind the latest event. */
  readonly latest: {
    readonly operation: Operation<Latest, Record<string, never>>;
    readonly idOf: (data: Latest) => string;
  };
  /** What is told between the events and is none: nothing of it is kept, or told again to who comes back. */
  readonly beside?: {
    readonly operation: Operation<Beside, BesideVariables>;
    readonly variables: (fields: Fields<Params, typeof resumption, None>) => BesideVariables;
    readonly present: (data: Beside) => readonly Frame[];
  };
  /** An event as this API tells of it, in order; nothing where it does not. */
  readonly present: (data: Result) => readonly Frame[];
};

/**
 * What happens, as server-sent events: a subscription that is run in process, from `Last-Event-ID` or `after` on. Read as fast as
 * the client takes it, and held by nothing but a position in the log.
 */
export function eventRoute<
  Params extends z.ZodObject,
  Result,
  Variables,
  Latest,
  Beside = never,
  BesideVariables = never,
>(definition: EventDefinition<Params, Result, Variables, Latest, Beside, BesideVariables>): Route {
  const { params, operation, variables, latest, beside, present, ...facts } = definition;
  return {
    ...withDefaults({ ...facts, media: eventStreamMedia }),
    params,
    query: resumption,
    body: strictObject({}),
    example: undefined,
    document: operation,
    rebuild: null,
    resource: null,
    async run({ execute, subscribe }, input) {
      const fields = fieldsOf<Params, typeof resumption, None>({ params, query: resumption }, input);
      // A browser that comes back asks the address it had; what it got since is in the header.
      const given = input.lastEventId ?? fields.query.after;
      const after = given ?? latest.idOf(await execute(latest.operation, {}));
      const hints = beside && { document: beside.operation, variables: beside.variables(fields) };
      const toFrames = (told: Told<Result, Beside>) =>
        'data' in told ? present(told.data) : (beside?.present(told.beside) ?? []);
      const { first, frames } = await subscribe(operation, variables(fields, after), hints).then(
        (answers) => ({ first: opening(after), frames: framesOf(answers, toFrames) }),
        (error: unknown) => ({ first: opening(null), frames: only(toldEnd(error, ['CURSOR_EXPIRED'])) }),
      );
      return { stream: withComments(first, frames, limits.visitorStreamCommentMs), media: eventStreamMedia };
    },
  };
}

async function* framesOf<Answer>(
  answers: AsyncIterable<Answer>,
  present: (answer: Answer) => readonly Frame[],
): AsyncGenerator<string> {
  try {
    for await (const answer of answers) {
      const frames = present(answer);
      if (frames.length > 0) yield frames.map(toFrame).join('');
    }
  } catch (error) {
    yield toldEnd(error, finalCodes);
  }
}

/** Ends that a reader is told of, since coming back changes nothing. After any other it comes back, and goes on where it was. */
const finalCodes: readonly DomainErrorCode[] = ['CURSOR_EXPIRED', 'UNAUTHENTICATED', 'FORBIDDEN'];

function toldEnd(error: unknown, codes: readonly DomainErrorCode[]): string {
  if (!(error instanceof DomainError) || !codes.includes(error.code)) throw error;
  return toFrame({ id: null, event: 'error', data: { code: error.code } });
}

async function* only(frame: string): AsyncGenerator<string> {
  yield frame;
}
