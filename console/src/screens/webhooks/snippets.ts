import type { VerifierFragment } from './generated/operations.ts';

export type SentPost = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Language = 'TypeScript' | 'Python' | 'curl';
export const languages: readonly Language[] = ['TypeScript', 'Python', 'curl'];

const quoteShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const lower = (headers: SentPost['headers']) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function typescript({ headers, body }: SentPost, { typescript: recipe }: VerifierFragment): string {
  return `import { createHmac, timingSafeEqual } from 'node:crypto';

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** \`body\` is the body as it arrived, before any parsing; names of headers in lower case. */
export function isGenuine(headers: Record<string, string | undefined>, body: string, secret: string): boolean {
  ${recipe}
}

// This very post. SECRET is the endpoint's signing secret.
const headers = ${JSON.stringify(lower(headers), null, 2)};
const body = ${JSON.stringify(body)};
console.log(isGenuine(headers, body, process.env.SECRET ?? ''));
`;
}

function python({ headers, body }: SentPost, { python: recipe }: VerifierFragment): string {
  return `import base64, hashlib, hmac, json, os


def is_genuine(headers: dict[str, str], body: bytes, secret: str) -> bool:
    """\`body\` is the body as it arrived, before any parsing; names of headers in lower case."""
    ${recipe}


# This very post. SECRET is the endpoint's signing secret.
headers = ${JSON.stringify(lower(headers), null, 4)}
body = json.loads(${JSON.stringify(JSON.stringify(body))}).encode()
print(is_genuine(headers, body, os.environ["SECRET"]))
`;
}

function curl({ url, headers, body }: SentPost, { shell }: VerifierFragment): string {
  const named = Object.entries(headers).map(([name, value]) => `  -H ${quoteShell(`${name}: ${value}`)} \\`);
  const variables = Object.entries(headers)
    .map(([name, value]) => [name.toUpperCase().replaceAll('-', '_'), value] as const)
    .filter(([name]) => shell.includes(name))
    .map(([name, value]) => `${name}=${quoteShell(value)}\n`);
  return `printf %s ${quoteShell(body)} > body.json

# What the signature must be, with SECRET the endpoint's signing secret:
${variables.join('')}${shell}

# The same post once more, to try a verifier with:
curl -i ${quoteShell(url)} \\
${named.join('\n')}
  --data-binary @body.json
`;
}

/** A program that verifies the signature of this post, with its bytes in it. */
export function writeVerifier(language: Language, verifier: VerifierFragment, post: SentPost): string {
  switch (language) {
    case 'TypeScript':
      return typescript(post, verifier);
    case 'Python':
      return python(post, verifier);
    case 'curl':
      return curl(post, verifier);
  }
}
