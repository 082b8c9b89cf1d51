import type { Field } from './read-fields.ts';
import type { Route } from './read-routes.ts';

export const languages = ['curl', 'TypeScript'] as const;
export type Language = (typeof languages)[number];

/** In the place of a key, as an environment names it: what is copied never holds one. */
export const keyVariable = 'TRIBUTARY_KEY';

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const quoteShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** What the document gives as an example in words, else the field's name in capitals. */
const valueOf = ({ name, description }: Field): string =>
  /Such as `([^`]+)`/.exec(description)?.[1] ?? name.replace(/[^a-z0-9]+/gi, '_').toUpperCase();

/** The address with all it cannot do without. */
function addressOf({ path, fields }: Route, origin: string): string {
  const filled = path.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const field = fields.find((other) => other.place === 'path' && other.name === name);
    return field ? encodeURIComponent(valueOf(field)) : whole;
  });
  const query = new URLSearchParams(
    fields.flatMap((field) => (field.place === 'query' && field.isRequired ? [[field.name, valueOf(field)]] : [])),
  ).toString();
  return `${origin}${filled}${query && `?${query}`}`;
}

const headersOf = ({ fields, body }: Route): Readonly<Record<string, string>> => ({
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...Object.fromEntries(
    fields.flatMap((field) => (field.place === 'header' && field.isRequired ? [[field.name, valueOf(field)]] : [])),
  ),
});

function curl(route: Route, origin: string): string {
  const isStream = route.answer.media === 'text/event-stream';
  const start = `curl ${isStream ? '-N ' : ''}${route.method === 'GET' ? '' : `-X ${route.method} `}`;
  return [
    start + quoteShell(addressOf(route, origin)),
    ...(route.credential === null ? [] : [`  -H "Authorization: Bearer $${keyVariable}"`]),
    ...Object.entries(headersOf(route)).map(([name, value]) => `  -H ${quoteShell(`${name}: ${value}`)}`),
    ...(route.body === undefined ? [] : [`  -d ${quoteShell(JSON.stringify(route.body, null, 2))}`]),
  ].join(' \\\n');
}

const readings: Readonly<Record<string, string>> = {
  'application/json': 'console.log(await answer.json());',
  'text/event-stream': `if (answer.body === null) throw new Error('There is no stream.');
for await (const part of answer.body.pipeThrough(new TextDecoderStream())) console.log(part);`,
};

function typescript(route: Route, origin: string): string {
  const headers = Object.entries(headersOf(route)).map(([name, value]) => `${quote(name)}: ${quote(value)}`);
  if (route.credential !== null) headers.unshift(`Authorization: \`Bearer \${process.env.${keyVariable}}\``);
  const options = [
    route.method === 'GET' ? '' : `  method: '${route.method}',\n`,
    headers.length === 0 ? '' : `  headers: { ${headers.join(', ')} },\n`,
    route.body === undefined
      ? ''
      : `  body: JSON.stringify(${JSON.stringify(route.body, null, 2).replaceAll('\n', '\n  ')}),\n`,
  ].join('');
  const address = quote(addressOf(route, origin));
  return `const answer = await fetch(${address}${options && `, {\n${options}}`});
if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
${readings[route.answer.media ?? ''] ?? 'console.log(await answer.text());'}`;
}

/** A call of the route at this installation, to be run as it stands by whoever has a key in the environment. */
export const writeCall = (language: Language, route: Route, origin: string): string =>
  language === 'curl' ? curl(route, origin) : typescript(route, origin);
