import type { AutomationRun } from '../../db/generated/prisma/client.ts';

/** A rule's doing in a sentence. @param touchpointId as clients know it */
export function describeRun(run: AutomationRun, touchpointId: string | null): string {
  const { fromStageName, toStageName, ruleName, trigger } = run;
  const cause =
    touchpointId === null
      ? 'there was no touchpoint for so long'
      : `of the ${trigger.toLowerCase()} touchpoint ${touchpointId}`;
  return `Moved from ${fromStageName} to ${toStageName} by the rule "${ruleName}" because ${cause}.`;
}
