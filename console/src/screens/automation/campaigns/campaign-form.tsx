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
  type CampaignFactsFragment,
  type CampaignTrigger,
  CreateCampaignDocument,
  UpdateCampaignDocument,
} from '../generated/operations.ts';
import { MatchingNow } from '../matching-now.tsx';
import { useAutomationChoices } from '../use-automation-choices.ts';
import { campaignTriggers } from '../words.ts';
import { emptyMail, type Mail, MailFields, mailOf, toStep } from './mail-fields.tsx';
import { NotDone } from '../../../parts/not-done.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
  /** What is edited; a new one by default. */
  readonly campaign?: CampaignFactsFragment;
};

/** Makes a campaign, or changes one. */
export function CampaignForm(props: Props) {
  const { t } = useLingui();
  const { isOpen, onClose, campaign } = props;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={campaign ? t`Edit the campaign` : t`New campaign`} size="lg">
      {isOpen && <Fields {...props} />}
    </Dialog>
  );
}

const isTrigger = (text: string): text is CampaignTrigger => Object.hasOwn(campaignTriggers, text);

const always = ['fromStage', 'tier', 'minConfidenceScore', 'minViewCount'] as const satisfies readonly ConditionName[];

/** The conditions that go with what enrols leads. */
function namesOf(trigger: CampaignTrigger): readonly ConditionName[] {
  if (trigger === 'MANUAL') return [];
  return trigger === 'STAGE_CHANGED' ? ['fromStage', 'toStage', ...always.slice(1)] : always;
}

function Fields({ onClose, onSaved, campaign }: Props) {
  const { t, i18n } = useLingui();
  const { stages, query } = useAutomationChoices();
  const [name, setName] = useState(campaign?.name ?? '');
  const [trigger, setTrigger] = useState<CampaignTrigger>(campaign?.trigger ?? 'MANUAL');
  const [given, setGiven] = useState(givenOf(campaign?.conditions ?? null));
  const [mails, setMails] = useState<readonly Mail[]>(() => campaign?.steps.map(mailOf) ?? [emptyMail()]);
  const [error, setError] = useState<CombinedError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const create = useMutate(CreateCampaignDocument);
  const update = useMutate(UpdateCampaignDocument);
  const names = namesOf(trigger);

  async function save() {
    setBusy(true);
    const conditions = names.length === 0 ? null : toConditions(given, names);
    const input = { name, trigger, conditions, steps: mails.map(toStep) };
    const answer = campaign ? await update({ id: campaign.id, input }) : await create({ input });
    setBusy(false);
    if (answer.error) return setError(answer.error);
    tellDone(campaign ? t`Campaign changed for leads that come from now on` : t`Campaign made`);
    onClose();
    return onSaved('createCampaign' in answer.data ? answer.data.createCampaign.campaign.id : (campaign?.id ?? ''));
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
        {query.error && !query.data && <Failed error={query.error} onRetry={query.refresh} />}
        {campaign && (
          <p className="muted">
            <Trans>
              Mail that is queued stays as it is: what you change is for leads that are enrolled from now on.
            </Trans>
          </p>
        )}
        <TextInput
          data-autofocus
          required
          maxLength={200}
          label={t`Name`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`What enrols leads`}
          data={Object.entries(campaignTriggers).map(([value, label]) => ({ value, label: i18n._(label) }))}
          value={trigger}
          onChange={({ currentTarget: { value } }) => isTrigger(value) && setTrigger(value)}
        />
        {names.length > 0 && (
          <>
            <ConditionFields names={names} given={given} stages={stages} onChange={setGiven} />
            {trigger !== 'STAGE_CHANGED' && <MatchingNow given={given} />}
          </>
        )}
        <MailFields mails={mails} onChange={setMails} />
        <FormEnd onCancel={onClose} isBusy={isBusy}>
          {campaign ? <Trans>Save</Trans> : <Trans>Make the campaign</Trans>}
        </FormEnd>
      </Stack>
    </form>
  );
}
