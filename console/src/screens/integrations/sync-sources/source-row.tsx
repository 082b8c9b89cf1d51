import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { When } from '../../../parts/when.tsx';
import {
  DeleteSyncSourceDocument,
  type SyncSourceFactsFragment,
  UpdateSyncSourceDocument,
} from '../generated/operations.ts';
import classes from '../integrations.module.css';
import { sourceTypes } from '../words.ts';
import { SourceForm } from './source-form.tsx';

type Props = {
  readonly source: SyncSourceFactsFragment;
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
};

/** A source: what it is, where its leads begin, and whether it is in use. */
export function SourceRow({ source, mayWrite, onChanged }: Props) {
  const { t, i18n } = useLingui();
  const [opened, setOpened] = useState<'edit' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const update = useMutate(UpdateSyncSourceDocument);
  const remove = useMutate(DeleteSyncSourceDocument);
  const { id, name, type, enabled, targetStage, updatedAt } = source;

  async function toggle() {
    const { error } = await update({ id, input: { enabled: !enabled } });
    if (error) return tellFailed(t`Not changed`, error);
    tellDone(enabled ? t`“${name}” is out of use` : t`“${name}” is in use`);
    return onChanged();
  }
  async function runDelete() {
    const { error } = await remove({ id });
    if (error) return tellFailed(t`Not deleted`, error);
    tellDone(t`“${name}” deleted`);
    return onChanged();
  }

  return (
    <li className={classes['row']}>
      <div>
        <div className={classes['name']}>{name}</div>
        <span className="muted">{i18n._(sourceTypes[type])}</span>
      </div>
      <div>
        {targetStage ? <Trans>Leads begin in {targetStage.name}</Trans> : <Trans>Leads begin in the first stage</Trans>}
        <div className="muted">
          {!enabled && (
            <>
              <span className={classes['warn']}>
                <Trans>Out of use</Trans>
              </span>
              {' · '}
            </>
          )}
          <Trans>
            noted <When at={updatedAt} />
          </Trans>
        </div>
      </div>
      {mayWrite && (
        <div className={classes['actions']}>
          <Switch checked={enabled} aria-label={t`${name} is in use`} onChange={() => void toggle()} />
          <Button size="xs" variant="default" aria-label={t`Edit ${name}`} onClick={() => setOpened('edit')}>
            <Trans>Edit</Trans>
          </Button>
          <Button size="xs" variant="default" aria-label={t`Delete ${name}`} onClick={() => setOpened('delete')}>
            <Trans>Delete</Trans>
          </Button>
        </div>
      )}
      <SourceForm source={source} isOpen={opened === 'edit'} onClose={close} onSaved={onChanged} />
      <AskOnce
        isOpen={opened === 'delete'}
        title={t`Delete “${name}”?`}
        text={t`The note of it is gone for good. Leads that came from it stay.`}
        action={t`Delete`}
        onDone={() => void runDelete()}
        onClose={close}
      />
    </li>
  );
}
