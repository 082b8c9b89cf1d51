import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog, FormEnd } from '../../../parts/dialog.tsx';
import { Failed } from '../../../parts/failed.tsx';
import { tellDone } from '../../../parts/tell.ts';
import { ConditionFields, type ConditionName, givenOf, toConditions } from '../condition-fields.tsx';
import {
  CreateRuleDocument,
  type RuleFactsFragment,
  type RuleTrigger,
  UpdateRuleDocument,
} from '../generated/operations.ts';
import { MatchingNow } from '../matching-now.tsx';
import { type Choices, useAutomationChoices } from '../use-automation-choices.ts';
import { ruleTriggers } from '../words.ts';
import { NotDone } from '../../../parts/not-done.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  /** What is edited; a new one by default. */
  readonly rule?: RuleFactsFragment;
};

/** Makes a rule, or changes one. */
export function RuleForm(props: Props) {
  const { t } = useLingui();
  const { isOpen, onClose, rule } = props;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={rule ? t`Edit the rule` : t`New rule`} size="lg">
      {isOpen && <Fields {...props} />}
    </Dialog>
  );
}

const isTrigger = (text: string): text is RuleTrigger => Object.hasOwn(ruleTriggers, text);

const namesOf = ({ triggers }: Pick<Choices, 'triggers'>, trigger: RuleTrigger): readonly ConditionName[] =>
  triggers.find((one) => one.trigger === trigger)?.conditions ?? [];

function Fields({ onClose, onSaved, rule }: Props) {
  const { t, i18n } = useLingui();
  const choices = useAutomationChoices();
  const { data: known, error: unread, refresh } = choices.query;
  const [name, setName] = useState(rule?.name ?? '');
  const [trigger, setTrigger] = useState<RuleTrigger>(rule?.trigger ?? 'MEETING_BOOKED');
  const [target, setTarget] = useState(rule?.targetStage?.id ?? '');
  const [given, setGiven] = useState(givenOf(rule?.conditions ?? null));
  const [priority, setPriority] = useState(String(rule?.priority ?? 0));
  const [error, setError] = useState<CombinedError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const create = useMutate(CreateRuleDocument);
  const update = useMutate(UpdateRuleDocument);
  const names = namesOf(choices, trigger);

  async function save() {
    setBusy(true);
    const input = {
      name,
      trigger,
      targetStage: target,
      priority: Number(priority || 0),
      conditions: toConditions(given, names),
    };
    const answer = rule ? await update({ id: rule.id, input }) : await create({ input });
    setBusy(false);
    if (answer.error) return setError(answer.error);
    tellDone(rule ? t`Rule changed` : t`Rule made: it acts on what happens from now on`);
    onClose();
    return onSaved();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <NotDone title={t`Not saved`} error={error} />
        {unread && !known && <Failed error={unread} onRetry={refresh} />}
        <TextInput
          data-autofocus
          required
          maxLength={200}
          label={t`Name`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`What sets it off`}
          data={Object.entries(ruleTriggers).map(([value, label]) => ({ value, label: i18n._(label) }))}
          value={trigger}
          onChange={({ currentTarget: { value } }) => isTrigger(value) && setTrigger(value)}
        />
        <NativeSelect
          label={t`Moves the lead to`}
          required
          data={[
            { value: '', label: t`Choose a stage` },
            ...choices.stages.map(({ id, name: of }) => ({ value: id, label: of })),
          ]}
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
        <ConditionFields names={names} given={given} stages={choices.stages} onChange={setGiven} />
        <MatchingNow given={given} />
        <TextInput
          type="number"
          min={-1000}
          max={1000}
          step={1}
          label={t`Priority`}
          description={t`Of rules that something sets off at once, the one with the highest acts first.`}
          value={priority}
          onChange={(event) => setPriority(event.currentTarget.value)}
        />
        {/* Of a trigger that is not known, the conditions are not, and would be saved as none. */}
        <FormEnd onCancel={onClose} isBusy={isBusy} disabled={!known}>
          {rule ? <Trans>Save</Trans> : <Trans>Make the rule</Trans>}
        </FormEnd>
      </Stack>
    </form>
  );
}
