import { loadConfig } from '../../src/config.ts';

// Before anything loads that checks more in development, as where the product is started; PostGraphile is told the same.
loadConfig();
await import('./run.ts');
