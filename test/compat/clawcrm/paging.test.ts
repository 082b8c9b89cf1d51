import { expect, it } from 'vitest';
import { nextPageStep } from '../../../compat/clawcrm/paging.ts';

const next = (offset: number, total: number) => nextPageStep('/leads', { limit: 50, offset }, total);

it('leads on while there is more, and not past a total that is an exact multiple of the limit', () => {
  expect(next(0, 51)).toEqual(['GET /leads?limit=50&offset=50']);
  expect(next(0, 50)).toEqual([]);
  expect(next(50, 100)).toEqual([]);
  expect(next(50, 101)).toEqual(['GET /leads?limit=50&offset=100']);
});
