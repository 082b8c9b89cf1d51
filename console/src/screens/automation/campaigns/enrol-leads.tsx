import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { toProblem } from '../../../data/problem.ts';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Row, Rows } from '../../../parts/rows.tsx';
import classes from '../automation.module.css';
import { EnrolLeadDocument, LeadsToEnrolDocument } from '../generated/operations.ts';

type Props = { readonly campaignId: string; readonly isOpen: boolean; readonly onClose: () => void };

/** Finds leads and enrols them in a campaign by hand, whatever its trigger is. */
export function EnrolLeads({ campaignId, isOpen, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`Enrol leads`} size="lg">
      {isOpen && <Find campaignId={campaignId} onClose={onClose} />}
    </Dialog>
  );
}

/** What became of enrolling a lead. */
type Outcome = 'busy' | 'enrolled' | { readonly refusal: string };

function Find({ campaignId, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 150);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const enrol = useMutate(EnrolLeadDocument);
  const query = useLiveQuery(LeadsToEnrolDocument, {
    variables: { filter: q === '' ? {} : { q } },
    on: [],
    isKept: true,
  });

  async function run(leadId: string) {
    const set = (outcome: Outcome) => setOutcomes((before) => new Map(before).set(leadId, outcome));
    set('busy');
    const { error } = await enrol({ campaignId, leadId, leads: true });
    set(error ? { refusal: toProblem(error).message } : 'enrolled');
  }

  return (
    <>
      <TextInput
        data-autofocus
        label={t`Find leads`}
        description={t`By name, e-mail address or phone; the newest stand first.`}
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        mb="md"
      />
      <Loaded query={query}>
        {({ leads: { nodes } }) =>
          nodes.length === 0 ? (
            <Empty title={t`No lead is like that`} />
          ) : (
            <Rows aria-label={t`Leads to enrol`}>
              {nodes.map(({ id, name, email }) => {
                const outcome = outcomes.get(id);
                const called = name ?? email ?? id;
                return (
                  <Row key={id}>
                    <div>
                      <div className={classes['name']}>{called}</div>
                      <div className="muted cut">{email ?? <Trans>no e-mail address</Trans>}</div>
                      {typeof outcome === 'object' && (
                        <div className={classes['warn']} role="alert">
                          {outcome.refusal}
                        </div>
                      )}
                    </div>
                    {outcome === 'enrolled' ? (
                      <span role="status">
                        <Trans>Enrolled</Trans>
                      </span>
                    ) : (
                      <Button
                        size="xs"
                        variant="default"
                        loading={outcome === 'busy'}
                        aria-label={t`Enrol ${called}`}
                        onClick={() => void run(id)}
                      >
                        <Trans>Enrol</Trans>
                      </Button>
                    )}
                  </Row>
                );
              })}
            </Rows>
          )
        }
      </Loaded>
      <Button onClick={onClose}>
        <Trans>Done</Trans>
      </Button>
    </>
  );
}
