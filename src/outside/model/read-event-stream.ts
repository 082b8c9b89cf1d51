import { StringDecoder } from 'node:string_decoder';
import { tooLargeAnswer } from '../provider/read-json.ts';
import type { Chunks } from '../provider/send.ts';

/**
 * The data of each event of a stream (`text/event-stream`), as it comes. Comments and other fields say nothing here.
 * @throws ProviderError for a stream of more than so many bytes
 */
export async function* readEventStream(chunks: Chunks, mostBytes: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let length = 0;
  let begun: string[] = [];
  let data: string[] = [];
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > mostBytes) throw tooLargeAnswer();
    begun.push(decoder.write(Buffer.from(chunk)));
    // A line is looked through once, however many pieces it comes in.
    if (!/[\r\n]/.test(begun.at(-1) ?? '')) continue;
    const lines = begun.join('').split(/\r\n|\n|\r(?!$)/);
    begun = [lines.pop() ?? ''];
    for (const line of lines) {
      if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
      else if (line === '' && data.length > 0) {
        yield data.join('\n');
        data = [];
      }
    }
  }
}
