import { fileURLToPath } from 'node:url';

/** Beside the dependencies, so that it goes when they go; where it cannot be written, nothing is kept. */
export const compileCacheFolder = fileURLToPath(new URL('../node_modules/.cache/tributary/compiled', import.meta.url));
