import { loadConfig } from '../src/config.ts';

// Before anything loads that checks more in development, as where the product is started.
loadConfig();
await import('./run.ts');
