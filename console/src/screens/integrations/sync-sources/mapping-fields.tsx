import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from 'urql';
import { toProblem } from '../../../data/problem.ts';
import { PreviewSyncSourceMappingDocument } from '../generated/operations.ts';

type Props = {
  readonly mapping: string;
  readonly onMapping: (text: string) => void;
  /** What the mapping says; undefined where it is no JSON object. */
  readonly read: object | null | undefined;
  readonly sample: string;
  readonly onSample: (text: string) => void;
};

/** Where each field stands in a body, tried on a sample. */
export function MappingFields({ mapping, onMapping, read, sample, onSample }: Props) {
  const { t } = useLingui();
  const typed = `${mapping}\u0000${sample}`;
  const [rested] = useDebouncedValue(typed, 150);
  const [{ data, error }] = useQuery({
    query: PreviewSyncSourceMappingDocument,
    variables: { sample, mapping: read ?? null },
    pause: rested !== typed || sample.trim() === '' || read === undefined,
  });
  const preview = sample.trim() === '' ? undefined : data?.previewSyncSourceMapping;
  return (
    <>
      <Textarea
        label={t`Where each field stands`}
        description={t`JSON pointers, such as {"email": "/contact/email"}. Empty for the usual names.`}
        autosize
        minRows={2}
        maxRows={10}
        value={mapping}
        error={read === undefined ? t`This is no JSON object.` : undefined}
        onChange={(event) => onMapping(event.currentTarget.value)}
      />
      <Textarea
        label={t`A sample of what it posts`}
        description={t`To see what would be read of it. It is kept nowhere.`}
        autosize
        minRows={2}
        maxRows={10}
        value={sample}
        error={sample.trim() !== '' && error ? toProblem(error).message : undefined}
        onChange={(event) => onSample(event.currentTarget.value)}
      />
      {preview && (
        <div role="status" aria-label={t`What would be read`}>
          {preview.fields.map(({ field, value }) => (
            <div key={field}>
              {field}: <strong>{value}</strong>
            </div>
          ))}
          {preview.problem !== null && (
            <div className="muted">
              <Trans>It would be refused: {preview.problem}</Trans>
            </div>
          )}
        </div>
      )}
    </>
  );
}
