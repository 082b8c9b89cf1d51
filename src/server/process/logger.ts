import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../../config.ts';

/** Wherever one of these stands in what is logged, its value is left out; pino looks one level deep for each `*`. */
const secretFields = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'apiKey',
  'hash',
  'password',
  'previousSecret',
  'secret',
  'secretKey',
  'signingSecret',
  'token',
  'visitorToken',
  'visitor_token',
];

const at = (prefix: string): string[] => secretFields.map((field) => `${prefix}["${field}"]`);

const redactedPaths = [...secretFields.map((field) => `["${field}"]`), ...at('*'), ...at('*.*')];

/** JSON lines on stdout. A request's own lines come from `logger.child({ requestId })`. */
export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    redact: { paths: redactedPaths, censor: '[redacted]' },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  };
  return destination ? pino(options, destination) : pino(options);
}
