import { expect, it } from 'vitest';
import { clawcrm } from '../../../compat/clawcrm/dialect.ts';

const told = clawcrm.routes.flatMap(({ method, path, hints: { INVALID: hint }, body, query }) => {
  const fields = Object.keys({ ...query.shape, ...body.shape });
  return hint === undefined || fields.length === 0 ? [] : [{ route: `${method} ${path}`, hint, fields }];
});

/** Their hints say how to change a thing, and where the rest is told. */
const elsewhere = ['patch /leads', 'patch /leads/:id', 'delete /leads', 'post /setup'];

it('a hint on a malformed call names every field that the call takes', () => {
  const missing = told
    .filter(({ route }) => !elsewhere.includes(route))
    .flatMap(({ route, hint, fields }) =>
      fields.filter((field) => !new RegExp(`\\b${field}\\b`).test(hint)).map((field) => `${route}: ${field}`),
    );
  // It is fixed: only the one it has is taken.
  expect(missing).toEqual(['put /fields: name']);
});
