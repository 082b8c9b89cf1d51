import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type MailVariables = {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
  readonly MAIL_DKIM_DOMAIN?: string | undefined;
  readonly MAIL_DKIM_SELECTOR?: string | undefined;
  readonly MAIL_DKIM_KEY?: string | undefined;
  readonly DATA_DIR: string;
};

/** An address by itself, or `Name <address>`; one line. */
export const isMailFrom = (value: string): boolean =>
  !/[\p{Cc}]/u.test(value) && /^(?:[^<>]*<\S+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value);

const dkimNames = ['MAIL_DKIM_DOMAIN', 'MAIL_DKIM_SELECTOR', 'MAIL_DKIM_KEY'] as const;

/** How mail leaves, and what is wrong with what was set for it, a sentence each. */
export function readMail(given: MailVariables, problems: string[]) {
  const { SMTP_URL: url, MAIL_FROM: from, DATA_DIR: dataDir } = given;
  const missing = dkimNames.filter((name) => given[name] === undefined);
  if (missing.length > 0 && missing.length < dkimNames.length)
    problems.push(
      ...missing.map((name) => `${name} is not set; ${dkimNames.join(', ')} are set together or not at all.`),
    );
  if (url === undefined) {
    if (missing.length < dkimNames.length) problems.push('SMTP_URL is not set; MAIL_DKIM_* sign what leaves by it.');
    return { folder: join(dataDir, 'outbox'), from: from ?? 'Tributary <tributary@localhost>' };
  }
  if (from === undefined) problems.push('MAIL_FROM is not set; it says whom mail that leaves by SMTP_URL is from.');
  return {
    server: readServer(url, { protocol: 'smtps:', port: 587, securePort: 465 }),
    from: from ?? '',
    dkim: readDkim(given, problems),
  };
}

/** The mailbox of a URL that has a user and a password. */
export function readMailbox(text: string) {
  const { user, password, ...server } = readServer(text, { protocol: 'imaps:', port: 143, securePort: 993 });
  return { ...server, user: user ?? '', password: password ?? '' };
}

type Usual = { readonly protocol: string; readonly port: number; readonly securePort: number };

function readServer(text: string, usual: Usual) {
  const url = new URL(text);
  const isSecure = url.protocol === usual.protocol;
  return {
    host: url.hostname,
    port: url.port === '' ? (isSecure ? usual.securePort : usual.port) : Number(url.port),
    isSecure,
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
  };
}

/** A key is given as PEM, its lines parted by \\n where it must be one, or as the path of its file. */
function readDkim(given: MailVariables, problems: string[]) {
  const { MAIL_DKIM_DOMAIN: domain, MAIL_DKIM_SELECTOR: selector, MAIL_DKIM_KEY: keyText } = given;
  if (domain === undefined || selector === undefined || keyText === undefined) return null;
  try {
    const key = keyText.includes('-----BEGIN') ? keyText.replaceAll('\\n', '\n') : readFileSync(keyText, 'utf8');
    const kind = createPrivateKey(key).asymmetricKeyType;
    if (kind !== 'rsa') {
      problems.push(
        `MAIL_DKIM_KEY is a key of the kind ${kind}; expected an RSA key, as mail is signed by that kind alone.`,
      );
      return null;
    }
    return { domain, selector, key };
  } catch {
    problems.push(
      'MAIL_DKIM_KEY has a value that cannot be used; expected an RSA private key as PEM, or the path of its file.',
    );
    return null;
  }
}
