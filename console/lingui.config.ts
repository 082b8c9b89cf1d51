import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: '<rootDir>/strings/{locale}', include: ['<rootDir>/src'] }],
  orderBy: 'message',
  format: formatter({ lineNumbers: false }),
});
