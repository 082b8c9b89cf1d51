import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { AwaitedTranslationDocument, type SaidFragment } from '../generated/operations.ts';
import classes from '../inbox.module.css';

type Props = { readonly message: Pick<SaidFragment, 'id' | 'translation' | 'awaitsTranslation'> };

/** What a visitor wrote, in the agents' language, under what they wrote; waited for where it is still to come. */
export function TranslationOf({ message: { id, translation, awaitsTranslation } }: Props) {
  const [{ data, fetching }] = useQuery({
    query: AwaitedTranslationDocument,
    variables: { id },
    requestPolicy: 'network-only',
    pause: translation !== null || !awaitsTranslation,
  });
  const awaited = data?.node && 'translation' in data.node ? data.node.translation : null;
  const shown = translation ?? awaited;
  if (shown)
    return (
      <div className={classes['typed']} lang={shown.language}>
        {shown.content}
      </div>
    );
  if (!awaitsTranslation) return null;
  return (
    <div className={classes['typed']}>
      {fetching ? <Trans>Being translated</Trans> : <Trans>Not translated. It is tried again when this is read.</Trans>}
    </div>
  );
}
