import { useLingui } from '@lingui/react/macro';
import { useMutate } from '../../../data/use-mutate.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { tellDone } from '../../../parts/tell.ts';
import { UpdateWidgetDocument, type WidgetFactsFragment } from '../generated/operations.ts';
import { type Wanted, WidgetFields } from './widget-fields.tsx';

type Props = { readonly widget: WidgetFactsFragment; readonly isOpen: boolean; readonly onClose: () => void };

/** Changes who may use a widget, and how much. */
export function EditWidget({ widget, isOpen, onClose }: Props) {
  const { t } = useLingui();
  const update = useMutate(UpdateWidgetDocument);

  async function save({ name, allowedOrigins, leadsPerHour }: Wanted) {
    const { error } = await update({
      id: widget.id,
      input: { name, allowedOrigins: [...allowedOrigins], leadsPerHour },
    });
    if (error) return error;
    tellDone(t`Widget changed`);
    onClose();
    return null;
  }

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`Edit the widget`} size="lg">
      {isOpen && <WidgetFields start={widget} action={t`Save`} onSave={save} onClose={onClose} />}
    </Dialog>
  );
}
