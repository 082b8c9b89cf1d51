import type { VendorApi } from '../dialect.ts';
import { ai93 } from './dialect.ts';

export const ai93Api: VendorApi = {
  dialects: [ai93],
  introduction:
    'Leads and where they come from, as AI93/Krew has them. Fields are in camelCase, parameters in snake_case.',
  files: () => [],
};
