import { useMemo } from 'react';
import { useQuery } from 'urql';
import { AutomationChoicesDocument, type AutomationChoicesQuery } from './generated/operations.ts';

export type Choices = {
  readonly stages: AutomationChoicesQuery['stages'];
  readonly triggers: AutomationChoicesQuery['automationTriggers'];
};

const none: Choices = { stages: [], triggers: [] };

/** The stages in their order, and which conditions go with what sets off a rule. */
export function useAutomationChoices(): Choices {
  const [{ data }] = useQuery({ query: AutomationChoicesDocument });
  return useMemo(
    () =>
      data
        ? {
            stages: data.stages.toSorted((one, other) => one.order - other.order),
            triggers: data.automationTriggers,
          }
        : none,
    [data],
  );
}
