import { useMemo } from 'react';
import { useClient } from 'urql';
import { TellTypingDocument } from '../generated/operations.ts';

/** Half of the time for which the server takes it for true. */
const againMs = 3000;

function createTeller(tell: (isTyping: boolean) => void) {
  let toldAt: number | null = null;
  return {
    write(hasText: boolean): void {
      if (!hasText && toldAt !== null) {
        toldAt = null;
        tell(false);
      } else if (hasText && (toldAt === null || Date.now() - toldAt >= againMs)) {
        toldAt = Date.now();
        tell(true);
      }
    },
    /** The message says it all. */
    sent: () => void (toldAt = null),
  };
}

/** Tells the visitor that one writes, again and again while one does. A hint: nothing comes of one that does not arrive. */
export function useTellTyping(id: string) {
  const client = useClient();
  return useMemo(
    () => createTeller((isTyping) => void client.mutation(TellTypingDocument, { id, isTyping }).toPromise()),
    [client, id],
  );
}
