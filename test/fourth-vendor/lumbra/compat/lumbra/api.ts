import type { VendorApi } from '../dialect.ts';
import { lumbra } from './dialect.ts';

export const lumbraApi: VendorApi = {
  dialects: [lumbra],
  introduction: 'People and what to do about them, as Lumbra has them. Names are in snake_case.',
  files: () => [],
};
