import { z } from 'zod';
import {
  baseUrl,
  capabilityList,
  cidrList,
  imapUrl,
  issuer,
  mailServerUrl,
  trustProxy,
  urlOf,
  wholeNumber,
} from './config-values.ts';
import { isMailFrom, readMail, readMailbox } from './mail-config.ts';
import { usualAddresses } from './outside/calendars/addresses.ts';

const tiers = { free: 'FREE', pro: 'PRO', ultra: 'ULTRA' } as const;

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  // Loopback by default: trying the product opens nothing to the network. Containers set 0.0.0.0.
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: urlOf('http:', 'https:')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  TRUST_PROXY: trustProxy.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
  DATABASE_CONNECTIONS: wholeNumber(4, 1000).default(12),
  REDIS_URL: urlOf('redis:', 'rediss:').optional(),
  SECRET_KEY: z.string().min(32).optional(),
  NEW_SECRET_KEY: z.string().min(32).optional(),
  SECRET_KEY_LOST: z.enum(['no', 'yes']).default('no'),
  SIGNUP: z.enum(['open', 'off']).default('open'),
  SIGNUPS_PER_HOUR: wholeNumber(1, 1_000_000).default(5),
  DEFAULT_TIER: z.enum(['free', 'pro', 'ultra']).default('free'),
  UPGRADE_URL: urlOf('http:', 'https:').optional(),
  SIGNUP_CAPABILITIES: capabilityList.default([]),
  WEBHOOK_ALLOWED_RANGES: cidrList.default([]),
  OUTSIDE_ALLOWED_RANGES: cidrList.default([]),
  AI_BASE_URL: baseUrl.optional(),
  AI_API_KEY: z.string().optional(),
  AI_MODEL: z.string().max(200).optional(),
  AI_READS_LEADS: z.enum(['on', 'off']).default('on'),
  TRANSLATE_URL: baseUrl.optional(),
  TRANSLATE_API_KEY: z.string().optional(),
  CALENDLY_API_URL: baseUrl.default(usualAddresses.CALENDLY),
  CAL_COM_API_URL: baseUrl.default(usualAddresses.CAL_COM),
  ENRICH_URL: urlOf('http:', 'https:')
    .refine((value) => URL.parse(value)?.username === '')
    .optional(),
  ENRICH_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{22,200}={0,2}$/)
    .optional(),
  SMTP_URL: mailServerUrl('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().max(320).refine(isMailFrom).optional(),
  MAIL_DKIM_DOMAIN: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,253}$/)
    .optional(),
  MAIL_DKIM_SELECTOR: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,63}$/)
    .optional(),
  MAIL_DKIM_KEY: z.string().optional(),
  BOUNCE_IMAP_URL: imapUrl.optional(),
  BOUNCE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
    .optional(),
  EVENT_RETENTION_DAYS: wholeNumber(1, 3650).default(30),
  ANSWER_CACHE: z.enum(['on', 'off']).default('on'),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 10_000_000).default(6000),
});

type Variable = keyof z.infer<typeof environment>;

const expected = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PUBLIC_URL: 'the address clients use, such as https://leads.example.com',
  TRUST_PROXY: 'how many proxies stand in front, or their addresses or ranges, such as 1 or 10.0.0.0/8',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'a PostgreSQL address, such as postgresql://user:password@host:5432/database',
  DATABASE_CONNECTIONS: 'a whole number from 4 to 1000',
  REDIS_URL: 'a Redis or Valkey address, such as redis://:password@host:6379, or rediss:// for TLS',
  SECRET_KEY: 'at least 32 characters, the same on every node',
  NEW_SECRET_KEY: 'at least 32 characters, for npm run secret-key:rotate alone',
  SECRET_KEY_LOST: 'no, or yes where the key is gone for good and the webhook secrets under it are given up',
  SIGNUP: 'open or off',
  SIGNUPS_PER_HOUR: 'a whole number from 1 to 1000000',
  DEFAULT_TIER: 'free, pro or ultra',
  UPGRADE_URL: 'the address where plans are sold, such as https://example.com/plans',
  SIGNUP_CAPABILITIES: 'any of model, translation, mail, enrichment, separated by commas',
  WEBHOOK_ALLOWED_RANGES: 'address ranges in CIDR notation separated by commas, such as 127.0.0.0/8,10.0.0.0/8',
  OUTSIDE_ALLOWED_RANGES: 'address ranges in CIDR notation separated by commas, such as 127.0.0.0/8,10.0.0.0/8',
  AI_BASE_URL: 'the http or https address of an API as OpenAI has it, with its /v1, without ?, # or a password',
  AI_API_KEY: 'the key of that API',
  AI_MODEL: 'what that API calls the model, at most 200 characters',
  AI_READS_LEADS: 'on or off',
  TRANSLATE_URL: 'the http or https address of a server that speaks as LibreTranslate does, without ?, # or a password',
  TRANSLATE_API_KEY: 'the key of that server',
  CALENDLY_API_URL: 'the http or https address of Calendly’s API, without ?, # or a password',
  CAL_COM_API_URL: 'the http or https address of Cal.com’s API or of your own, without its /v2, ?, # or a password',
  ENRICH_URL: 'the http or https address that leads are posted to, without a password',
  ENRICH_SECRET: 'whsec_ and at least 16 bytes as base64',
  SMTP_URL: 'a mail server, such as smtp://user:password@mail.example.com:587, or smtps:// for TLS from the start',
  MAIL_FROM: 'whom mail is from, such as Jane of Example <jane@example.com>',
  MAIL_DKIM_DOMAIN: 'the domain that mail is signed for, such as example.com',
  MAIL_DKIM_SELECTOR: 'the name of its key in the DNS',
  MAIL_DKIM_KEY: 'an RSA private key as PEM, or the path of its file',
  BOUNCE_IMAP_URL: 'a mailbox, such as imaps://user:password@mail.example.com, or imap:// for STARTTLS',
  BOUNCE_WEBHOOK_SECRET: 'whsec_ and at least 24 bytes in base64',
  EVENT_RETENTION_DAYS: 'a whole number of days from 1 to 3650',
  ANSWER_CACHE: 'on or off',
  OIDC_ISSUER: 'an https address, such as https://accounts.example.com; plain http on this machine alone',
  OIDC_CLIENT_ID: 'the name that the OpenID Connect provider knows this installation by',
  OIDC_CLIENT_SECRET: 'the secret that goes with OIDC_CLIENT_ID',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  RATE_LIMIT_PER_MINUTE: 'a whole number from 1 to 10000000',
} as const satisfies Record<Variable, string>;

const secret: ReadonlySet<string> = new Set<Variable>([
  'DATABASE_URL',
  'REDIS_URL',
  'SECRET_KEY',
  'NEW_SECRET_KEY',
  'OIDC_CLIENT_SECRET',
  // One that is refused may hold a password.
  'AI_BASE_URL',
  'AI_API_KEY',
  'TRANSLATE_URL',
  'TRANSLATE_API_KEY',
  'ENRICH_URL',
  'ENRICH_SECRET',
  'SMTP_URL',
  'MAIL_DKIM_KEY',
  'BOUNCE_IMAP_URL',
  'BOUNCE_WEBHOOK_SECRET',
]);

type Environment = Readonly<Record<string, string | undefined>>;

export type Config = ReturnType<typeof readConfig>;

/** Everything that is wrong with the environment, one sentence a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['Tributary cannot start with this environment:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

function toProblem(variable: string, given: string | undefined): string {
  const shown = secret.has(variable) ? 'has a value that cannot be used' : `is ${JSON.stringify(given?.slice(0, 100))}`;
  return `${variable} ${shown}; expected ${Object.entries(expected).find(([name]) => name === variable)?.[1]}.`;
}

/**
 * The product's configuration, every default filled in. A variable that is empty counts as not set.
 * @throws ConfigError naming all that is wrong at once.
 */
export function readConfig(env: Environment) {
  const given = Object.fromEntries(
    Object.keys(environment.shape).flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const { data, error } = environment.safeParse(given);
  if (error) {
    const wrong = new Set(error.issues.map(({ path }) => String(path[0])));
    throw new ConfigError([...wrong].map((variable) => toProblem(variable, given[variable])));
  }
  return {
    oidc: readOidc(data),
    port: data.PORT,
    host: data.HOST,
    /** Null where it follows from the port, which the system may choose. */
    publicUrl: data.PUBLIC_URL ?? null,
    trustProxy: data.TRUST_PROXY ?? false,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL ?? null,
    databaseConnections: data.DATABASE_CONNECTIONS,
    /** Null where every node goes by itself. */
    redisUrl: data.REDIS_URL ?? null,
    secretKey: data.SECRET_KEY ?? null,
    newSecretKey: data.NEW_SECRET_KEY ?? null,
    secretKeyLost: data.SECRET_KEY_LOST === 'yes',
    /** Where a seller lets people choose a plan. */
    upgradeUrl: data.UPGRADE_URL ?? null,
    signup: {
      open: data.SIGNUP === 'open',
      tier: tiers[data.DEFAULT_TIER],
      perHour: data.SIGNUPS_PER_HOUR,
      capabilities: data.SIGNUP_CAPABILITIES,
    },
    webhookAllowedRanges: data.WEBHOOK_ALLOWED_RANGES,
    outsideAllowedRanges: data.OUTSIDE_ALLOWED_RANGES,
    /** Who does what the product does not do itself; null where nobody is set up. */
    outside: readOutside(data),
    /** The mailbox that mail comes back to; null where none is read. */
    returnedMail: data.BOUNCE_IMAP_URL === undefined ? null : readMailbox(data.BOUNCE_IMAP_URL),
    /** What reports of bounces and complaints are signed with; null where none are taken. */
    bounceWebhookSecret: data.BOUNCE_WEBHOOK_SECRET ?? null,
    eventRetentionDays: data.EVENT_RETENTION_DAYS,
    keepAnswers: data.ANSWER_CACHE === 'on',
    logLevel: data.LOG_LEVEL,
    rateLimitPerMinute: data.RATE_LIMIT_PER_MINUTE,
    /** npm starts scripts through a shell that may not pass signals on: see server/on-orphaned.ts. */
    startedByNpm: env['npm_lifecycle_event'] !== undefined,
  } as const;
}

/** The providers that are set up. @throws ConfigError where one is set in part */
function readOutside(data: z.infer<typeof environment>) {
  const { TRANSLATE_URL: url, AI_BASE_URL: base, AI_MODEL: model } = data;
  const problems: string[] = [];
  if (data.TRANSLATE_API_KEY !== undefined && url === undefined)
    problems.push('TRANSLATE_URL is not set; TRANSLATE_API_KEY is the key of the server there.');
  if ((base === undefined) !== (model === undefined))
    problems.push(
      `${base === undefined ? 'AI_BASE_URL' : 'AI_MODEL'} is not set; AI_BASE_URL and AI_MODEL are set together.`,
    );
  if (data.AI_API_KEY !== undefined && base === undefined && model === undefined)
    problems.push('AI_BASE_URL is not set; AI_API_KEY is the key of the API there.');
  const { ENRICH_URL: enrichUrl, ENRICH_SECRET: enrichSecret } = data;
  if ((enrichUrl === undefined) !== (enrichSecret === undefined))
    problems.push(
      `${enrichUrl === undefined ? 'ENRICH_URL' : 'ENRICH_SECRET'} is not set; ENRICH_URL and ENRICH_SECRET are set together.`,
    );
  const mail = readMail(data, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    mail,
    calendars: { CALENDLY: data.CALENDLY_API_URL, CAL_COM: data.CAL_COM_API_URL },
    translate: url === undefined ? null : { url, apiKey: data.TRANSLATE_API_KEY ?? null },
    enrich: enrichUrl && enrichSecret ? { url: enrichUrl, secret: enrichSecret } : null,
    model:
      base && model
        ? { baseUrl: base, apiKey: data.AI_API_KEY ?? null, model, readsLeads: data.AI_READS_LEADS === 'on' }
        : null,
  };
}

const oidcVariables = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const satisfies Variable[];

/** Who signs people in, where that is set. @throws ConfigError where some of it is missing */
function readOidc(data: z.infer<typeof environment>) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret };
  const missing = oidcVariables.filter((name) => data[name] === undefined);
  if (missing.length === oidcVariables.length) return null;
  throw new ConfigError(
    missing.map((name) => `${name} is not set; ${oidcVariables.join(', ')} are set together or not at all.`),
  );
}

/** This process's configuration. Where it is wrong, says what on stderr and ends the process with code 1. */
export function loadConfig(): Config {
  // graphql and Express check more, and tell more, unless they are told before they load that this is no development.
  process.env['NODE_ENV'] ??= 'production';
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
