import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCommands } from '../../../app/commands.tsx';
import { AskOnce } from '../../../parts/ask-once.tsx';
import classes from '../automation.module.css';
import type { Draft } from './use-draft.ts';

/** What a draft says, to be changed, approved or discarded. */
export function DraftForm({ draft: { words, change, isBusy, run } }: { readonly draft: Draft }) {
  const { t } = useLingui();
  const [isAsking, asking] = useDisclosure();
  const isBlank = words.subject.trim() === '' || words.body.trim() === '';
  const approve = () => {
    if (!isBlank && !isBusy) void run('approve');
  };
  // It goes out at once: no single key does that.
  useCommands([
    { name: t`Approve the draft`, run: approve },
    { name: t`Discard the draft`, run: asking.open },
  ]);
  return (
    <form
      className={classes['mail']}
      onSubmit={(event) => {
        event.preventDefault();
        approve();
      }}
    >
      <Stack gap="md">
        <TextInput
          required
          maxLength={500}
          label={t`Subject`}
          value={words.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <Textarea
          required
          maxLength={50_000}
          label={t`Text`}
          classNames={{ input: classes['text'] ?? '' }}
          value={words.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={isBusy} onClick={asking.open}>
            <Trans>Discard</Trans>
          </Button>
          <Button type="submit" loading={isBusy} disabled={isBlank}>
            <Trans>Approve and send</Trans>
          </Button>
        </Group>
      </Stack>
      <AskOnce
        isOpen={isAsking}
        title={t`Discard this draft?`}
        text={t`It goes to nobody. It cannot be taken back.`}
        action={t`Discard`}
        onDone={() => void run('discard')}
        onClose={asking.close}
      />
    </form>
  );
}
