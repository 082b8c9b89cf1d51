import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Fieldset, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { CampaignFactsFragment } from '../generated/operations.ts';

const hoursADay = 24;
const mostMails = 8;
const mostHours = 8760;
const placeholder = '{{firstName}}';

/** A mail as it stands in a form. */
export type Mail = {
  readonly key: string;
  readonly subject: string;
  readonly body: string;
  readonly amount: string;
  readonly unit: 'hours' | 'days';
};

type Step = CampaignFactsFragment['steps'][number];

export const emptyMail = (): Mail => ({ key: crypto.randomUUID(), subject: '', body: '', amount: '0', unit: 'days' });

export function mailOf({ subject, body, delayHours }: Step): Mail {
  const isWhole = delayHours % hoursADay === 0;
  return {
    key: crypto.randomUUID(),
    subject,
    body,
    amount: String(isWhole ? delayHours / hoursADay : delayHours),
    unit: isWhole ? 'days' : 'hours',
  };
}

export const toStep = ({ subject, body, amount, unit }: Mail) => ({
  subject,
  body,
  delayHours: Number(amount || 0) * (unit === 'days' ? hoursADay : 1),
});

type Props = { readonly mails: readonly Mail[]; readonly onChange: (mails: readonly Mail[]) => void };

/** The mails of a campaign in their order: one at least, eight at most. */
export function MailFields({ mails, onChange }: Props) {
  const { t } = useLingui();
  const change = (at: number, part: Partial<Mail>) =>
    onChange(mails.map((mail, index) => (index === at ? { ...mail, ...part } : mail)));
  return (
    <Stack gap="md">
      {mails.map(({ key, subject, body, amount, unit }, at) => (
        <Fieldset key={key} legend={t`Mail ${at + 1}`}>
          <Stack gap="sm">
            <TextInput
              required
              maxLength={500}
              label={t`Subject`}
              value={subject}
              onChange={(event) => change(at, { subject: event.currentTarget.value })}
            />
            <Textarea
              required
              maxLength={50_000}
              autosize
              minRows={3}
              maxRows={12}
              label={t`Text`}
              description={t`Placeholders such as ${placeholder} stand for what is known of the lead.`}
              value={body}
              onChange={(event) => change(at, { body: event.currentTarget.value })}
            />
            <Group align="flex-end" gap="sm">
              <TextInput
                required
                type="number"
                min={0}
                max={unit === 'days' ? mostHours / hoursADay : mostHours}
                step={1}
                w={200}
                label={at === 0 ? t`After the enrolment` : t`After the mail before`}
                value={amount}
                onChange={(event) => change(at, { amount: event.currentTarget.value })}
              />
              <NativeSelect
                aria-label={t`Hours or days until mail ${at + 1}`}
                data={[
                  { value: 'hours', label: t`hours` },
                  { value: 'days', label: t`days` },
                ]}
                value={unit}
                onChange={({ currentTarget: { value } }) => change(at, { unit: value === 'days' ? 'days' : 'hours' })}
              />
              {mails.length > 1 && (
                <Button
                  variant="default"
                  aria-label={t`Remove mail ${at + 1}`}
                  onClick={() => onChange(mails.filter((_, index) => index !== at))}
                >
                  <Trans>Remove</Trans>
                </Button>
              )}
            </Group>
          </Stack>
        </Fieldset>
      ))}
      {mails.length < mostMails && (
        <Group>
          <Button size="xs" variant="default" onClick={() => onChange([...mails, { ...emptyMail(), amount: '2' }])}>
            <Trans>Add a mail</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}
