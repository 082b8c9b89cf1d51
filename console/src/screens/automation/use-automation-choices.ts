import { useMemo } from 'react';
import { type LiveQuery, useLiveQuery } from '../../data/use-live-query.ts';
import { AutomationChoicesDocument, type AutomationChoicesQuery } from './generated/operations.ts';

export type Choices = {
  readonly stages: AutomationChoicesQuery['stages'];
  readonly triggers: AutomationChoicesQuery['automationTriggers'];
  /** Until it has answered there is nothing to choose from, and nothing to save. */
  readonly query: LiveQuery<AutomationChoicesQuery>;
};

/** The stages in their order, and which conditions go with what sets off a rule. */
export function useAutomationChoices(): Choices {
  const query = useLiveQuery(AutomationChoicesDocument, { variables: {}, on: [] });
  const { data } = query;
  const stages = useMemo(() => data?.stages.toSorted((one, other) => one.order - other.order) ?? [], [data]);
  return { stages, triggers: data?.automationTriggers ?? [], query };
}
