import type { TypingChannel, TypingHint } from '../../../events/typing.ts';
import { limits } from '../../../limits.ts';

/** What is over sooner is an answer at once: nobody need be told that it is being written. */
const soonMs = 300;

/** Does something that takes its time, such as asking a model, and tells meanwhile that its author writes. */
export async function whileTyping<Result>(
  typing: Pick<TypingChannel, 'tell'>,
  { orgId, conversationId, by }: Omit<TypingHint, 'isTyping'>,
  work: () => Promise<Result>,
): Promise<Result> {
  let wasTold = false;
  const tell = (isTyping: boolean) => typing.tell({ orgId, conversationId, by, isTyping });
  const tellAgain = () => {
    wasTold = true;
    tell(true);
    timer = setTimeout(tellAgain, limits.typingMs / 2).unref();
  };
  let timer = setTimeout(tellAgain, soonMs).unref();
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (wasTold) tell(false);
  }
}
