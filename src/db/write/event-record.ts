import type { EventSnapshot } from '../../events/snapshot.ts';

/** An event to be recorded: its snapshot, and the ids by which it is found and filtered. */
export type EventRecord = {
  readonly subjectId: string;
  readonly businessId: string | null;
  readonly leadId?: string | null;
  readonly conversationId?: string | null;
  readonly snapshot: EventSnapshot;
};
