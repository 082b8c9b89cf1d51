import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { CreateWidgetDocument, WidgetBusinessesDocument, type WidgetFactsFragment } from '../generated/operations.ts';
import { Preview } from './preview.tsx';
import { Snippet } from './snippet.tsx';
import { type Wanted, WidgetFields } from './widget-fields.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** There is one more. */
  readonly onMade?: () => void;
  /** Its key was taken. */
  readonly onDone?: (id: string) => void;
  /** What it is to be like. */
  readonly like?: WidgetFactsFragment;
};

export function MakeWidget(props: Props) {
  const { t } = useLingui();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t`Make a widget`} size="lg">
      {props.isOpen && <Making {...props} />}
    </Dialog>
  );
}

const blank: Wanted = { name: '', allowedOrigins: [], leadsPerHour: 30 };

/** Asks what a widget is to be, then shows its snippet on the only occasion that its key is known. */
function Making({ onClose, onMade, onDone, like }: Props) {
  const { t } = useLingui();
  const { viewer, may } = useSession();
  const [businessId, setBusinessId] = useState(like?.business?.id ?? '');
  const [made, setMade] = useState<{ readonly widget: WidgetFactsFragment; readonly key: string } | null>(null);
  const [{ data }] = useQuery({
    query: WidgetBusinessesDocument,
    pause: !may('businesses:read') || viewer.business !== null,
  });
  const create = useMutate(CreateWidgetDocument);

  async function save({ name, allowedOrigins, leadsPerHour }: Wanted) {
    const answer = await create({
      input: { name, allowedOrigins: [...allowedOrigins], leadsPerHour, businessId: businessId || null },
    });
    if (answer.error) return answer.error;
    const { key, widget } = answer.data.createWidget;
    setMade({ widget, key });
    onMade?.();
    return null;
  }

  if (made)
    return (
      <>
        <p>
          <Trans>
            Put this line on each page that is to have the chat, before its closing body tag. The key in it is shown
            here this once; on your pages everybody can read it, and it can do nothing but chat.
          </Trans>
        </p>
        <Snippet widgetKey={made.key} />
        <Preview widgetKey={made.key} allowedOrigins={made.widget.allowedOrigins} />
        <Group justify="flex-end" mt="lg">
          <Button
            onClick={() => {
              onClose();
              onDone?.(made.widget.id);
            }}
          >
            <Trans>I have copied it</Trans>
          </Button>
        </Group>
      </>
    );
  return (
    <WidgetFields start={like ?? blank} action={t`Make the widget`} onSave={save} onClose={onClose}>
      {data && data.businesses.nodes.length > 0 && (
        <NativeSelect
          label={t`Business`}
          description={t`Whose its conversations and leads are; it stays so.`}
          data={[
            { value: '', label: t`None: all of the workspace` },
            ...data.businesses.nodes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={businessId}
          onChange={(event) => setBusinessId(event.currentTarget.value)}
        />
      )}
    </WidgetFields>
  );
}
