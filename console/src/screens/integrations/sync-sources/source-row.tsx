import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useAddress } from '../../../app/use-address.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { AskOnce } from '../../../parts/ask-once.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Row } from '../../../parts/rows.tsx';
import { ScreenLink } from '../../../parts/screen-link.tsx';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import {
  DeleteSyncSourceDocument,
  RotateSyncSourceSecretDocument,
  UpdateSyncSourceDocument,
} from '../generated/operations.ts';
import classes from '../integrations.module.css';
import { sourceTypes } from '../words.ts';
import { type ListedSource, Mailbox } from './mailbox.tsx';
import { type Shown, ShownOnce } from './shown-once.tsx';
import { SourceForm } from './source-form.tsx';
import { WhereLeadsBegin } from './where-leads-begin.tsx';

type Props = {
  readonly source: ListedSource;
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
};

/** A source: what it is, where its leads begin, and whether it is in use. */
export function SourceRow({ source, mayWrite, onChanged }: Props) {
  const { t, i18n } = useLingui();
  const { open } = useAddress();
  const [opened, setOpened] = useState<'edit' | 'delete' | 'rotate' | null>(null);
  const close = () => setOpened(null);
  const update = useMutate(UpdateSyncSourceDocument);
  const remove = useMutate(DeleteSyncSourceDocument);
  const rotate = useMutate(RotateSyncSourceSecretDocument);
  const [shown, setShown] = useState<Shown | null>(null);
  const { id, name, type, enabled, isSigned } = source;

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

  async function runRotate() {
    const { data, error } = await rotate({ id });
    if (error) return tellFailed(t`Not changed`, error);
    const { url, secret } = data.rotateSyncSourceSecret;
    return setShown({ url, secret });
  }

  return (
    <Row className={classes['row']}>
      <div>
        <div className={classes['name']}>
          <ScreenLink path="integrations" id={id}>
            {name}
          </ScreenLink>
        </div>
        <span className="muted">{i18n._(sourceTypes[type])}</span>
      </div>
      <div>
        <WhereLeadsBegin source={source} />
        {mayWrite && type === 'GMAIL' && <Mailbox source={source} onChanged={onChanged} />}
      </div>
      {mayWrite && (
        <div className={classes['actions']}>
          <Button size="xs" variant="default" aria-label={t`What came to ${name}`} onClick={() => open(id)}>
            <Trans>Log</Trans>
          </Button>
          {type !== 'GMAIL' && (
            <Button size="xs" variant="default" aria-label={t`Rotate ${name}`} onClick={() => setOpened('rotate')}>
              <Trans>Rotate</Trans>
            </Button>
          )}
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
        isOpen={opened === 'rotate'}
        title={isSigned ? t`A new secret for “${name}”?` : t`A new address for “${name}”?`}
        text={t`What is in use now is taken for 24 hours more.`}
        action={t`Rotate`}
        onDone={() => void runRotate()}
        onClose={close}
      />
      <Dialog isOpen={shown !== null} onClose={() => setShown(null)} title={t`What is new of “${name}”`}>
        {shown && <ShownOnce {...shown} onDone={() => setShown(null)} />}
      </Dialog>
      <AskOnce
        isOpen={opened === 'delete'}
        title={t`Delete “${name}”?`}
        text={t`Its address takes nothing more, and its log is gone for good. Leads that came from it stay.`}
        action={t`Delete`}
        onDone={() => void runDelete()}
        onClose={close}
      />
    </Row>
  );
}
