import { etagOf } from './etag.ts';
import { ofItsOwn } from '../own-memory.ts';

/** The answer of a read that succeeded, as it goes out to everybody who asks the same with the same rights. */
export type KeptAnswer = {
  readonly body: Buffer<ArrayBuffer>;
  /** Made when it is first told to somebody: of what is posted nobody is. */
  readonly etag: string;
  readonly media: string;
  /** What it says beside that and what each request is told of its own. */
  readonly headers: Readonly<Record<string, string>>;
  /** The older spellings in what was asked, which are counted each time. */
  readonly aliases: readonly string[];
};

type Answered = Pick<KeptAnswer, 'body' | 'media'> & Partial<Pick<KeptAnswer, 'headers' | 'aliases'>>;

export function createKeptAnswer({ body, media, headers = {}, aliases = [] }: Answered): KeptAnswer {
  let tag: string | undefined;
  const own = ofItsOwn(body);
  return {
    body: own,
    media,
    headers,
    aliases,
    get etag() {
      return (tag ??= etagOf(own));
    },
  };
}
