import { z } from 'zod';
import { parseInstantParameter } from '../../src/instant.ts';
import { leadStatusWords } from '../lead-mapping.ts';
import { queryObject, strictObject } from '../route/strict-object.ts';
import { wordsOf } from '../route/words.ts';
import { instant, text } from '../route/scalars.ts';

const personId = z.string().meta({ description: 'The person’s id.', example: 'per_01jqz5v8m3k9wfp2c7hx0dtbne' });

export const WirePerson = z
  .strictObject({
    id: personId,
    full_name: text.meta({ example: 'Ada Lovelace' }),
    email: text,
    phone: text,
    company: text,
    standing: z.enum(wordsOf(leadStatusWords)),
    created: instant,
    changed: instant,
  })
  .meta({ id: 'LumbraPerson' });

export const WirePersonEnvelope = z.strictObject({ person: WirePerson }).meta({ id: 'LumbraPersonEnvelope' });

export const WirePeople = z
  .strictObject({
    people: z.array(WirePerson),
    next: text.meta({ description: 'The `cursor` of the next page; null on the last.' }),
  })
  .meta({ id: 'LumbraPeople' });

export const WirePersonId = strictObject({ id: personId });

export const WirePeopleQuery = queryObject({
  limit: z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(1, 'must be at least 1').max(100, 'must be at most 100'))
    .default(20)
    .meta({ type: 'integer', minimum: 1, maximum: 100, default: 20, description: 'How many to answer.' }),
  cursor: z.string().optional().meta({ description: 'The `next` of the page before.' }),
  created_after: z
    .string()
    .transform((value, context) => {
      const at = parseInstantParameter(value);
      if (at) return at.toISOString();
      context.addIssue('must be an ISO 8601 date or time, or epoch seconds');
      return z.NEVER;
    })
    .optional()
    .meta({ description: 'Made at or after this date, time, or epoch seconds.', example: '2026-01-01' }),
});

const contact = { email: z.string().nullish(), phone: z.string().nullish(), company: z.string().nullish() };

export const WireNewPerson = strictObject({ full_name: z.string().meta({ example: 'Ada Lovelace' }), ...contact }).meta(
  {
    id: 'LumbraNewPerson',
  },
);

export const WirePersonChange = strictObject({ full_name: z.string().optional(), ...contact }).meta({
  id: 'LumbraPersonChange',
});

export const WireNewTodo = strictObject({
  person_id: personId,
  title: z.string().meta({ example: 'Call back' }),
  due: z.iso.datetime().optional().meta({ description: 'ISO 8601 in UTC.' }),
}).meta({ id: 'LumbraNewTodo' });

export const WireTodoEnvelope = z
  .strictObject({
    todo: z.strictObject({
      id: z.string().meta({ example: 'todo_01jqz5v8m3k9wfp2c7hx0dtbne' }),
      person_id: text,
      title: z.string(),
      done: z.boolean(),
      due: instant.nullable(),
      created: instant,
    }),
  })
  .meta({ id: 'LumbraTodoEnvelope' });
