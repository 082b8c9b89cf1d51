import { describe, expect, test } from 'vitest';
import { createLogger } from '../../src/server/process/logger.ts';

function linesOf(logLevel: 'info' | 'error', log: (logger: ReturnType<typeof createLogger>) => void): unknown[] {
  const lines: string[] = [];
  log(createLogger({ logLevel }, { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

describe('the log', () => {
  test('is JSON lines with a level in words and a request id', () => {
    const [line] = linesOf('info', (logger) => logger.child({ requestId: 'req_1' }).info({ status: 200 }, 'answered'));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      requestId: 'req_1',
      status: 200,
      msg: 'answered',
    });
  });

  test('keeps only what its level lets through', () => {
    expect(linesOf('error', (logger) => logger.info('quiet'))).toEqual([]);
  });

  test.each(['authorization', 'cookie', 'x-api-key', 'secret', 'signingSecret', 'visitor_token'])(
    'never shows %s, at the top or inside',
    (field) => {
      const hidden = { [field]: 'hunter2' };
      const lines = linesOf('info', (logger) => logger.info({ ...hidden, req: { ...hidden, headers: hidden } }, 'x'));
      expect(JSON.stringify(lines)).not.toContain('hunter2');
      expect(JSON.stringify(lines).match(/\[redacted\]/g)).toHaveLength(3);
    },
  );

  test('tells an error with its cause', () => {
    const error = new Error('outer', { cause: new Error('inner') });
    expect(JSON.stringify(linesOf('info', (logger) => logger.error({ err: error }, 'failed')))).toContain('inner');
  });
});
