type Streamed = { data?: unknown; errors?: readonly { message: string; extensions: Record<string, unknown> }[] };

/**
 * Subscribes over server-sent events and answers how that began: what was refused, or nothing where the stream stands open.
 * The stream is left at once.
 */
export async function openEventStream(url: string, key: string, query: string): Promise<Streamed> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await response.json()) as Streamed;
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const { value = '' } = await reader.read();
  leaving.abort();
  const data = /^data: (\{.*)$/m.exec(value)?.[1];
  return data ? (JSON.parse(data) as Streamed) : {};
}
