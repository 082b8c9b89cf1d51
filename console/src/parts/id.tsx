import { useLingui } from '@lingui/react/macro';
import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core';

/** An id, one click to copy. */
export function Id({ id }: { readonly id: string }) {
  const { t } = useLingui();
  return (
    <CopyButton value={id} timeout={1500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t`Copied` : t`Copy`}>
          <UnstyledButton onClick={copy} className="mono cut" aria-label={t`Copy ${id}`}>
            {id}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}
