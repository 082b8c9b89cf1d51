import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { AskOnce } from '../../parts/ask-once.tsx';

type Props = { readonly name: string; readonly isSelf: boolean; readonly onRemove: () => void };

/** Takes somebody off the team, once it was said what that means. */
export function RemoveMember({ name, isSelf, onRemove }: Props) {
  const { t } = useLingui();
  const [isAsking, asking] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={asking.open}>
        <Trans>Remove</Trans>
      </Button>
      <AskOnce
        isOpen={isAsking}
        title={t`Remove ${name}?`}
        text={
          isSelf
            ? t`That is you: you are signed out at once. Your keys are revoked, and the conversations you hold go back to the AI. What you wrote keeps your name. It cannot be taken back.`
            : t`The keys and the link of ${name} are revoked at once, and the conversations they hold go back to the AI. What they wrote keeps their name. It cannot be taken back.`
        }
        action={t`Remove`}
        onDone={onRemove}
        onClose={asking.close}
      />
    </>
  );
}
