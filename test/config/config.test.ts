import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const toPem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const dkimKey = toPem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

const defaults = {
  port: 4000,
  host: '127.0.0.1',
  publicUrl: null,
  trustProxy: false,
  dataDir: './data',
  databaseUrl: null,
  databaseConnections: 12,
  redisUrl: null,
  secretKey: null,
  newSecretKey: null,
  secretKeyLost: false,
  oidc: null,
  upgradeUrl: null,
  signup: { open: true, tier: 'FREE', perHour: 5, capabilities: [] },
  webhookAllowedRanges: [],
  outsideAllowedRanges: [],
  outside: {
    mail: { folder: 'data/outbox', from: 'Tributary <tributary@localhost>' },
    calendars: { CALENDLY: 'https://api.calendly.com', CAL_COM: 'https://api.cal.com' },
    translate: null,
    enrich: null,
    model: null,
  },
  returnedMail: null,
  bounceWebhookSecret: null,
  eventRetentionDays: 30,
  keepAnswers: true,
  logLevel: 'info',
  rateLimitPerMinute: 6000,
  startedByNpm: false,
};

describe('an environment that says nothing', () => {
  test('gives every setting a working default', () => {
    expect(readConfig({})).toEqual(defaults);
  });

  test('may say nothing with empty values as well', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', SECRET_KEY: ' ', WEBHOOK_ALLOWED_RANGES: '', SIGNUP: '' })).toEqual(
      defaults,
    );
  });

  test('is not disturbed by variables of other programs', () => {
    expect(readConfig({ PATH: '/bin', PORTER: 'x', __proto__: 'y' })).toEqual(defaults);
  });
});

describe('TRUST_PROXY', () => {
  test('is a number of proxies, or where they stand', () => {
    expect([readConfig({ TRUST_PROXY: '2' }).trustProxy, readConfig({ TRUST_PROXY: '127.0.0.1' }).trustProxy]).toEqual([
      2,
      ['127.0.0.1'],
    ]);
  });

  test.each(['0', 'true', '100', 'loopback', '10.0.0.0/33', '-1', '10.0.0.1,x'])('refuses %s', (value) => {
    expect(problemsOf({ TRUST_PROXY: value })).toEqual([
      expect.stringMatching(/^TRUST_PROXY is .*; expected how many/),
    ]);
  });
});

describe('a complete environment', () => {
  test('is read as it stands', () => {
    expect(
      readConfig({
        PORT: '8080',
        HOST: '0.0.0.0',
        PUBLIC_URL: 'https://leads.example.com/',
        TRUST_PROXY: '10.0.0.0/8, ::1',
        DATA_DIR: '/var/lib/tributary',
        DATABASE_URL: 'postgresql://app@db:5432/app',
        DATABASE_CONNECTIONS: '40',
        REDIS_URL: 'rediss://:secret@cache:6380',
        SECRET_KEY: 'k'.repeat(32),
        NEW_SECRET_KEY: 'n'.repeat(32),
        SIGNUP: 'off',
        SIGNUPS_PER_HOUR: '20',
        DEFAULT_TIER: 'ultra',
        UPGRADE_URL: 'https://seller.example/plans',
        SIGNUP_CAPABILITIES: 'translation, MAIL',
        WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8, fd00::/8',
        OUTSIDE_ALLOWED_RANGES: '10.0.0.0/8',
        AI_BASE_URL: 'http://127.0.0.1:11434/v1/',
        AI_MODEL: 'gpt-oss:20b',
        AI_READS_LEADS: 'off',
        SMTP_URL: 'smtps://us%40example.com:p%3Aw@mail.example.com',
        MAIL_FROM: 'Jane of Example <jane@example.com>',
        MAIL_DKIM_DOMAIN: 'example.com',
        MAIL_DKIM_SELECTOR: 'trib',
        MAIL_DKIM_KEY: dkimKey.replaceAll('\n', '\\n'),
        ENRICH_URL: 'https://enrich.example/leads?v=2',
        ENRICH_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
        TRANSLATE_URL: 'http://translate.home:5000/',
        TRANSLATE_API_KEY: 'k3y',
        BOUNCE_IMAP_URL: 'imaps://us%40example.com:p%3Aw@mail.example.com',
        BOUNCE_WEBHOOK_SECRET: `whsec_${'k'.repeat(32)}`,
        CALENDLY_API_URL: 'http://127.0.0.1:4010/',
        EVENT_RETENTION_DAYS: '7',
        ANSWER_CACHE: 'off',
        OIDC_ISSUER: 'https://accounts.example.com',
        OIDC_CLIENT_ID: 'tributary',
        OIDC_CLIENT_SECRET: 's3cret',
        LOG_LEVEL: 'debug',
        RATE_LIMIT_PER_MINUTE: '100',
      }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: 'https://leads.example.com',
      trustProxy: ['10.0.0.0/8', '::1'],
      dataDir: '/var/lib/tributary',
      databaseUrl: 'postgresql://app@db:5432/app',
      databaseConnections: 40,
      redisUrl: 'rediss://:secret@cache:6380',
      secretKey: 'k'.repeat(32),
      newSecretKey: 'n'.repeat(32),
      secretKeyLost: false,
      oidc: { issuer: 'https://accounts.example.com', clientId: 'tributary', clientSecret: 's3cret' },
      upgradeUrl: 'https://seller.example/plans',
      signup: { open: false, tier: 'ULTRA', perHour: 20, capabilities: ['TRANSLATION', 'MAIL'] },
      webhookAllowedRanges: ['127.0.0.0/8', 'fd00::/8'],
      outsideAllowedRanges: ['10.0.0.0/8'],
      outside: {
        mail: {
          server: { host: 'mail.example.com', port: 465, isSecure: true, user: 'us@example.com', password: 'p:w' },
          from: 'Jane of Example <jane@example.com>',
          dkim: { domain: 'example.com', selector: 'trib', key: dkimKey },
        },
        calendars: { CALENDLY: 'http://127.0.0.1:4010', CAL_COM: 'https://api.cal.com' },
        translate: { url: 'http://translate.home:5000', apiKey: 'k3y' },
        enrich: { url: 'https://enrich.example/leads?v=2', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
        model: { baseUrl: 'http://127.0.0.1:11434/v1', apiKey: null, model: 'gpt-oss:20b', readsLeads: false },
      },
      returnedMail: { host: 'mail.example.com', port: 993, isSecure: true, user: 'us@example.com', password: 'p:w' },
      bounceWebhookSecret: `whsec_${'k'.repeat(32)}`,
      eventRetentionDays: 7,
      keepAnswers: false,
      logLevel: 'debug',
      rateLimitPerMinute: 100,
      startedByNpm: false,
    });
  });
});

test('an environment made by npm is recognised', () => {
  expect(readConfig({ npm_lifecycle_event: 'start' }).startedByNpm).toBe(true);
});

describe('a wrong value', () => {
  test.each([
    [
      'UPGRADE_URL',
      'javascript:alert(1)',
      'UPGRADE_URL is "javascript:alert(1)"; expected the address where plans are sold, such as https://example.com/plans.',
    ],
    ['PORT', 'http', 'PORT is "http"; expected a whole number from 0 to 65535.'],
    ['PORT', '65536', 'PORT is "65536"; expected a whole number from 0 to 65535.'],
    ['PORT', '-1', 'PORT is "-1"; expected a whole number from 0 to 65535.'],
    ['PORT', '4e3', 'PORT is "4e3"; expected a whole number from 0 to 65535.'],
    [
      'PUBLIC_URL',
      'leads.example.com',
      'PUBLIC_URL is "leads.example.com"; expected the address clients use, such as https://leads.example.com.',
    ],
    ['SIGNUP', 'yes', 'SIGNUP is "yes"; expected open or off.'],
    ['SIGNUPS_PER_HOUR', '0', 'SIGNUPS_PER_HOUR is "0"; expected a whole number from 1 to 1000000.'],
    ['DEFAULT_TIER', 'gold', 'DEFAULT_TIER is "gold"; expected free, pro or ultra.'],
    [
      'WEBHOOK_ALLOWED_RANGES',
      '127.0.0.0/8,10.0.0.1',
      'WEBHOOK_ALLOWED_RANGES is "127.0.0.0/8,10.0.0.1"; expected address ranges in CIDR notation separated by commas, such as 127.0.0.0/8,10.0.0.0/8.',
    ],
    [
      'SIGNUP_CAPABILITIES',
      'mail,everything',
      'SIGNUP_CAPABILITIES is "mail,everything"; expected any of model, translation, mail, enrichment, separated by commas.',
    ],
    [
      'TRANSLATE_URL',
      'https://user:pass@translate.example',
      'TRANSLATE_URL has a value that cannot be used; expected the http or https address of a server that speaks as LibreTranslate does, without ?, # or a password.',
    ],
    [
      'SMTP_URL',
      'http://user:pass@mail.example',
      'SMTP_URL has a value that cannot be used; expected a mail server, such as smtp://user:password@mail.example.com:587, or smtps:// for TLS from the start.',
    ],
    [
      'BOUNCE_IMAP_URL',
      'imaps://mail.example.com',
      'BOUNCE_IMAP_URL has a value that cannot be used; expected a mailbox, such as imaps://user:password@mail.example.com, or imap:// for STARTTLS.',
    ],
    ['SMTP_URL', 'smtp://mail.example.com', 'MAIL_FROM is not set; it says whom mail that leaves by SMTP_URL is from.'],
    [
      'MAIL_FROM',
      'Jane\nBcc: all@example.com <jane@example.com>',
      expect.stringContaining('expected whom mail is from, such as Jane of Example <jane@example.com>'),
    ],
    ['AI_MODEL', 'gpt-oss:20b', 'AI_BASE_URL is not set; AI_BASE_URL and AI_MODEL are set together.'],
    ['AI_API_KEY', 'k3y', 'AI_BASE_URL is not set; AI_API_KEY is the key of the API there.'],
    ['TRANSLATE_API_KEY', 'k3y', 'TRANSLATE_URL is not set; TRANSLATE_API_KEY is the key of the server there.'],
    [
      'ENRICH_URL',
      'https://enrich.example',
      'ENRICH_SECRET is not set; ENRICH_URL and ENRICH_SECRET are set together.',
    ],
    [
      'ENRICH_SECRET',
      'geheim',
      'ENRICH_SECRET has a value that cannot be used; expected whsec_ and at least 16 bytes as base64.',
    ],
    ['EVENT_RETENTION_DAYS', '0', 'EVENT_RETENTION_DAYS is "0"; expected a whole number of days from 1 to 3650.'],
    [
      'OIDC_ISSUER',
      'http://accounts.example.com',
      'OIDC_ISSUER is "http://accounts.example.com"; expected an https address, such as https://accounts.example.com; plain http on this machine alone.',
    ],
    [
      'OIDC_ISSUER',
      'accounts',
      'OIDC_ISSUER is "accounts"; expected an https address, such as https://accounts.example.com; plain http on this machine alone.',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud"; expected fatal, error, warn, info, debug, trace or silent.'],
    ['RATE_LIMIT_PER_MINUTE', '1.5', 'RATE_LIMIT_PER_MINUTE is "1.5"; expected a whole number from 1 to 10000000.'],
  ])('of %s (%s) is named with what was expected', (variable, value, problem) => {
    expect(problemsOf({ [variable]: value })).toEqual([problem]);
  });

  test.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/app'],
    ['REDIS_URL', 'http://:hunter2@cache'],
    ['SECRET_KEY', 'hunter2'],
    ['NEW_SECRET_KEY', 'hunter2'],
  ])('of %s is named but never shown', (variable, value) => {
    const [problem] = problemsOf({ [variable]: value });
    expect(problem).toContain(`${variable} has a value that cannot be used; expected `);
    expect(problem).not.toContain('hunter2');
  });

  test('is cut short when it is long', () => {
    expect(problemsOf({ LOG_LEVEL: 'x'.repeat(10_000) })[0]?.length).toBeLessThan(250);
  });
});

test('a sign-in provider is set whole or not at all, and on this machine may speak plain http', () => {
  expect(problemsOf({ OIDC_ISSUER: 'https://accounts.example.com', OIDC_CLIENT_ID: 'tributary' })).toEqual([
    'OIDC_CLIENT_SECRET is not set; OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET are set together or not at all.',
  ]);
  expect(problemsOf({ OIDC_CLIENT_SECRET: 's3cret' })).toHaveLength(2);
  const local = { OIDC_ISSUER: 'http://127.0.0.1:3000', OIDC_CLIENT_ID: 'tributary', OIDC_CLIENT_SECRET: 's3cret' };
  expect(readConfig(local).oidc?.issuer).toBe('http://127.0.0.1:3000');
});

test.each([
  ['ed25519', generateKeyPairSync('ed25519').privateKey],
  ['ec', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
])('mail is not signed by a key of the kind %s', (kind, key) => {
  const problems = problemsOf({
    SMTP_URL: 'smtp://mail.example.com',
    MAIL_FROM: 'jane@example.com',
    MAIL_DKIM_DOMAIN: 'example.com',
    MAIL_DKIM_SELECTOR: 'trib',
    MAIL_DKIM_KEY: toPem(key),
  });
  expect(problems).toEqual([
    `MAIL_DKIM_KEY is a key of the kind ${kind}; expected an RSA key, as mail is signed by that kind alone.`,
  ]);
});

test('all that is wrong is told at once', () => {
  expect(
    problemsOf({ PORT: 'x', SIGNUP: 'x', LOG_LEVEL: 'x', HOST: 'localhost' }).map((line) => line.split(' ')[0]),
  ).toEqual(['PORT', 'SIGNUP', 'LOG_LEVEL']);
});

test('a process with a wrong environment ends with code 1 and a plain message', () => {
  const module = join(import.meta.dirname, '../../src/config.ts');
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `(await import(${JSON.stringify(module)})).loadConfig()`],
    { env: { PORT: 'x', SECRET_KEY: 'short' }, encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatchInlineSnapshot(`
    "Tributary cannot start with this environment:
      PORT is "x"; expected a whole number from 0 to 65535.
      SECRET_KEY has a value that cannot be used; expected at least 32 characters, the same on every node.
    "
  `);
});
