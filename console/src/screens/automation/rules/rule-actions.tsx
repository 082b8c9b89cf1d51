import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { DeleteRuleDocument, type RuleFactsFragment } from '../generated/operations.ts';
import { RuleForm } from './rule-form.tsx';

type Props = {
  readonly rule: RuleFactsFragment;
  readonly mayEdit: boolean;
  readonly onChanged: () => void;
  readonly onDeleted: () => void;
};

/** What else can be done with a rule than switching it off. */
export function RuleActions({ rule, mayEdit, onChanged, onDeleted }: Props) {
  const { t } = useLingui();
  const [opened, setOpened] = useState<'edit' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const remove = useMutate(DeleteRuleDocument);
  const { id, name } = rule;

  async function run() {
    const { error } = await remove({ id });
    if (error) return tellFailed(t`Not deleted`, error);
    tellDone(t`“${name}” deleted`);
    return onDeleted();
  }

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" aria-label={t`More about ${name}`}>
            ⋯
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayEdit && (
            <Menu.Item onClick={() => setOpened('edit')}>
              <Trans>Edit the rule</Trans>
            </Menu.Item>
          )}
          <Menu.Item color="red" onClick={() => setOpened('delete')}>
            <Trans>Delete the rule</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RuleForm rule={rule} isOpen={opened === 'edit'} onClose={close} onSaved={onChanged} />
      <AskOnce
        isOpen={opened === 'delete'}
        title={t`Delete “${name}”?`}
        text={t`It moves no lead any more. Those it moved stay where they are. It cannot be taken back.`}
        action={t`Delete`}
        onDone={() => void run()}
        onClose={close}
      />
    </>
  );
}
