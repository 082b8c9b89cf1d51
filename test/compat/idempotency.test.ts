import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keys, serveNotes } from './fake-notes.ts';

let server: Awaited<ReturnType<typeof serveNotes>>;
beforeEach(async () => void (server = await serveNotes()));
afterEach(async () => server.close());

const save = async (key: string, text: string, method = 'POST') =>
  server.call(method, '/api/v1/notes/n2', { key: keys.quincer, body: { text }, headers: { 'idempotency-key': key } });

describe('Idempotency-Key', () => {
  it('replays the first answer and changes nothing again', async () => {
    const first = await save('k1', 'a');
    await save('k2', 'b');
    const again = await save('k1', 'a');
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect([server.seen.saves, server.rows.get('n2')?.text]).toEqual([2, 'b']);
    expect(again.headers.get('quincer-ratelimit-remaining')).toBe('27');
  });

  it('is the same request through an older spelling', async () => {
    await save('k1', 'a');
    const again = await save('k1', 'a', 'PATCH');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('refuses another request under the same key', async () => {
    await save('k1', 'a');
    expect(await save('k1', 'b')).toMatchObject({
      status: 409,
      json: { error: 'This Idempotency-Key was already used with another request.', code: 'conflict' },
    });
  });

  it('compares bodies as values', async () => {
    const send = async (body: string) =>
      server.call('POST', '/api/v1/notes/n2', { key: keys.quincer, body, headers: { 'idempotency-key': 'k1' } });
    await send('{"text":"a","label":{"name":"x"}}');
    const again = await send('{ "label": {"name":"x"}, "text": "\\u0061" }');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await send('{"text":"a","label":{"name":"y"}}')).status).toBe(409);
  });

  it('is another request on another path', async () => {
    await save('k1', 'a');
    const headers = { 'idempotency-key': 'k1' };
    const other = await server.call('POST', '/api/v1/notes/n1', { key: keys.quincer, body: { text: 'a' }, headers });
    expect(other.status).toBe(409);
  });

  it('replays a final refusal, but not one that may pass', async () => {
    const [taken, again] = [await save('k1', 'taken'), await save('k1', 'taken')];
    expect([taken.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([409, 409, 'true']);
    const [broken, fixed] = [await save('k2', 'broken'), await save('k2', 'fine')];
    expect([broken.status, fixed.status]).toEqual([500, 200]);
    const [invalid, valid] = [await save('k3', 'invalid'), await save('k3', 'fine')];
    expect([invalid.status, valid.status]).toEqual([400, 200]);
  });

  it('rebuilds a lost answer from what the write left', async () => {
    server.seen.loseResponses = true;
    const first = await save('k1', 'a');
    const again = await save('k1', 'a');
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([200, first.text, 'true']);
    expect(server.seen.saves).toBe(1);
    expect(server.seen.reports).toMatchObject([{ message: 'The store is down.' }]);
  });

  it('keeps no answer that holds a secret: a repetition is refused with the id of what was made', async () => {
    const mint = async () =>
      server.call('POST', '/api/v1/notes/n2/secret', { key: keys.quincer, headers: { 'idempotency-key': 'k1' } });
    const [first, again] = [await mint(), await mint()];
    expect([first.status, first.json]).toEqual([201, { id: 'n2', text: 'a secret' }]);
    expect([again.status, again.json]).toEqual([
      409,
      {
        error: 'What this Idempotency-Key asked for was done to n2; its answer is not there to be repeated.',
        code: 'conflict',
      },
    ]);
    expect([server.seen.saves, JSON.stringify([...server.kept.values()])]).toEqual([
      1,
      expect.not.stringContaining('a secret'),
    ]);
  });

  it('saves once when the same request arrives ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, async () => save('k1', 'a')));
    expect(answers.map(({ status, text }) => [status, text])).toEqual(
      Array.from({ length: 10 }, () => [200, '{"id":"n2","text":"a"}']),
    );
    expect(server.seen.saves).toBe(1);
  });

  it.each(['a b', 'a'.repeat(256), 'ä'])('refuses the key %s', async (key) => {
    expect((await save(key, 'a')).status).toBe(400);
    expect(server.seen.saves).toBe(0);
  });
});
