import { useLingui } from '@lingui/react/macro';
import { Code } from '../../../parts/code.tsx';
import { Once } from '../../../parts/once.tsx';

export type Shown = { readonly url: string | null; readonly secret: string | null };

/** Where to post to and what with, on the only occasion it is shown. */
export function ShownOnce({ url, secret, onDone }: Shown & { readonly onDone: () => void }) {
  const { t } = useLingui();
  return (
    <Once onDone={onDone}>
      {url !== null && <Code text={url} label={t`The address to post to`} />}
      {secret !== null && <Code text={secret} label={t`The secret`} />}
    </Once>
  );
}
