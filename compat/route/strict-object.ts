import { z } from 'zod';

/** An object that refuses what it does not know, and says what it would have accepted. */
export function strictObject<Shape extends z.ZodRawShape>(shape: Shape, noun = 'field') {
  const names = Object.keys(shape);
  const accepted = names.length === 0 ? `No ${noun}s are accepted here.` : `Accepted: ${names.join(', ')}.`;
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? unknownMessage(issue.keys, noun, accepted) : undefined),
  });
}

/** The query parameters of a route. */
export const queryObject = <Shape extends z.ZodRawShape>(shape: Shape) => strictObject(shape, 'parameter');

function unknownMessage(keys: unknown, noun: string, accepted: string): string {
  const list = Array.isArray(keys) ? keys.map((key) => JSON.stringify(key)) : [];
  return `Unknown ${noun}${list.length > 1 ? 's' : ''} ${list.join(', ')}. ${accepted}`;
}
