import type { RestDialect } from '../dialect.ts';
import { ai93Errors } from './errors.ts';

/** Its keys are known and its errors are spoken; the routes come with the AI93/Krew API. */
export const ai93: RestDialect = {
  name: 'ai93',
  title: 'AI93/Krew',
  keys: 'AI93',
  basePath: '/api/v1',
  routes: [],
  acceptsApiKeyHeader: false,
  scheme: { name: 'ai93Key', description: 'A workspace key: `ai93_live_…`.' },
  ...ai93Errors,
};
