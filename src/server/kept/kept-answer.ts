import { etagOf } from '../../http/etag.ts';

/** The answer of a read that succeeded, as it goes out to everybody who asks the same with the same rights. */
export type KeptAnswer = {
  readonly body: Buffer;
  readonly etag: string;
  readonly media: string;
  /** What it says beside that and what each request is told of its own. */
  readonly headers: Readonly<Record<string, string>>;
  /** The older spellings in what was asked, which are counted each time. */
  readonly aliases: readonly string[];
};

/** Has its tag made of the body where it is told to somebody: of what is posted nobody is. */
export function taggedWhereAsked(answer: Omit<KeptAnswer, 'etag'>): KeptAnswer {
  let tag: string | undefined;
  return {
    ...answer,
    get etag() {
      return (tag ??= etagOf(answer.body));
    },
  };
}
