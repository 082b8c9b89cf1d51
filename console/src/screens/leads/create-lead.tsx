import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useAddress } from '../../app/use-address.ts';
import { toProblem } from '../../data/problem.ts';
import { useMutate } from '../../data/use-mutate.ts';
import { Dialog, FormEnd } from '../../parts/dialog.tsx';
import { ScreenLink } from '../../parts/screen-link.tsx';
import { tellDone } from '../../parts/tell.ts';
import { readTags } from './filters/read-filter.ts';
import { MakeLeadDocument } from './generated/operations.ts';
import type { Choices } from './use-choices.ts';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly choices: Choices;
  readonly onMade: () => void;
};

export function CreateLead({ isOpen, onClose, ...rest }: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`New lead`}>
      {isOpen && <Form onClose={onClose} {...rest} />}
    </Dialog>
  );
}

const empty = { name: '', email: '', phone: '', company: '', tags: '', stage: '' };

/** The lead that has the same address already. */
function existingOf(error: CombinedError | null): string | null {
  const id: unknown = error?.graphQLErrors[0]?.extensions['existingId'];
  return typeof id === 'string' ? id : null;
}

function Form({ onClose, choices, onMade }: Omit<Props, 'isOpen'>) {
  const { t } = useLingui();
  const { open } = useAddress();
  const make = useMutate(MakeLeadDocument);
  const [given, setGiven] = useState(empty);
  const [error, setError] = useState<CombinedError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const existing = existingOf(error);

  async function submit(allowDuplicate: boolean): Promise<void> {
    setBusy(true);
    const { name, email, phone, company, stage } = given;
    const filled = Object.entries({ name, email, phone, company, stage }).filter(([, value]) => value.trim() !== '');
    const tags = readTags(given.tags);
    const answer = await make({
      input: { ...Object.fromEntries(filled), ...(tags.length > 0 && { tags }), source: 'manual', allowDuplicate },
    });
    setBusy(false);
    setError(answer.error);
    if (!answer.data) return;
    const { lead } = answer.data.createLead;
    tellDone(t`Lead made`);
    onMade();
    onClose();
    open(lead.id);
  }

  const field = (name: keyof typeof empty, label: string, type = 'text') => (
    <TextInput
      label={label}
      type={type}
      value={given[name]}
      {...(name === 'name' && { 'data-autofocus': true })}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setGiven((before) => ({ ...before, [name]: value }));
        setError(null);
      }}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
    >
      <Stack gap="md">
        {field('name', t`Name`)}
        {field('email', t`E-mail`, 'email')}
        {field('phone', t`Phone`, 'tel')}
        {field('company', t`Company`)}
        <NativeSelect
          label={t`Stage`}
          value={given.stage}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setGiven((before) => ({ ...before, stage: value }));
          }}
          data={[
            { value: '', label: t`The first` },
            ...choices.stages.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
        {field('tags', t`Tags, by commas`)}
        {error && existing !== null && (
          <Alert color="yellow" variant="light" role="alert" title={t`There is a lead with this e-mail address`}>
            <p>
              <ScreenLink path="leads" id={existing}>
                <Trans>Open that lead</Trans>
              </ScreenLink>
            </p>
            <Button size="xs" variant="default" loading={isBusy} onClick={() => void submit(true)}>
              <Trans>Make another one all the same</Trans>
            </Button>
          </Alert>
        )}
        {error && existing === null && (
          <Alert color="red" variant="light" role="alert" title={t`The lead was not made`}>
            {toProblem(error).message}
          </Alert>
        )}
        <FormEnd onCancel={onClose} isBusy={isBusy}>
          <Trans>Make lead</Trans>
        </FormEnd>
      </Stack>
    </form>
  );
}
