import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { toProblem } from '../../../data/problem.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { type OutsideCapability, TestIntegrationDocument } from '../generated/operations.ts';
import classes from '../integrations.module.css';
import { capabilities } from '../words.ts';

type Props = { readonly capability: OutsideCapability; readonly onTested: () => void };
type Outcome = { readonly works: boolean; readonly why: string | null };

/** Asks the provider whether it is there, and says what it answered. */
export function TestButton({ capability, onTested }: Props) {
  const { t, i18n } = useLingui();
  const what = i18n._(capabilities[capability]);
  const { may } = useSession();
  const test = useMutate(TestIntegrationDocument);
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function ask() {
    setAsking(true);
    const { data, error } = await test({ capability });
    setAsking(false);
    if (error) setOutcome({ works: false, why: toProblem(error).message });
    else setOutcome({ works: data.testIntegration.works, why: data.testIntegration.error });
    onTested();
  }

  if (!may('workspace:write')) return null;
  return (
    <Group gap="sm" mt="xs">
      <Button
        size="compact-sm"
        variant="default"
        loading={isAsking}
        aria-label={t`Test ${what}`}
        onClick={() => void ask()}
      >
        <Trans>Test</Trans>
      </Button>
      <span role="status" className={outcome === null ? undefined : classes[outcome.works ? 'good' : 'bad']}>
        {outcome?.works && <Trans>It answers.</Trans>}
        {outcome && !outcome.works && outcome.why}
      </span>
    </Group>
  );
}
