import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, Title } from '@mantine/core';
import { useState } from 'react';
import { Code } from '../../../parts/code.tsx';
import type { VerifierFragment } from '../generated/operations.ts';
import { type Language, languages, writeVerifier } from '../snippets.ts';
import { verdictOf } from '../verdict.ts';
import classes from '../webhooks.module.css';
import type { Delivery } from './delivery-view.tsx';

type Props = { readonly attempt: Delivery['attempts'][number]; readonly verifier: VerifierFragment | null };

function readHeaders(headers: unknown): Readonly<Record<string, string>> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

const isLanguage = (text: string): text is Language => languages.some((language) => language === text);

/** A post as it was sent, what was answered, and how to verify its signature. */
export function Attempt({ attempt, verifier }: Props) {
  const { t, i18n } = useLingui();
  const [language, setLanguage] = useState<Language>('TypeScript');
  const { number, request, responseExcerpt } = attempt;
  const verdict = verdictOf(attempt);
  const headers = readHeaders(request?.headers);
  return (
    <>
      <p>
        <span className={classes['tone']} data-tone={verdict.tone}>
          {i18n._(verdict.text)}
        </span>
      </p>
      {responseExcerpt !== null && responseExcerpt !== '' && (
        <div className={classes['section']}>
          <Title order={3} mb="xs">
            <Trans>How the answer began</Trans>
          </Title>
          <Code text={responseExcerpt} label={t`Answer to attempt ${number}`} />
        </div>
      )}
      {request === null ? (
        <p className="muted">
          <Trans>What was sent is not kept: nothing could be sent, or it was before posts were kept.</Trans>
        </p>
      ) : (
        <>
          <div className={classes['section']}>
            <Title order={3} mb="xs">
              <Trans>Headers</Trans>
            </Title>
            <p className="mono">POST {request.url}</p>
            <dl className={classes['headers']}>
              {Object.entries(headers).map(([name, value]) => (
                <div key={name} className={classes['header']}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
          <div className={classes['section']}>
            <Title order={3} mb="xs">
              <Trans>Body, byte for byte</Trans>
            </Title>
            {request.body === null ? (
              <p className="muted">
                <Trans>
                  Not told any more: the event is pruned, or this version would write it otherwise. Its SHA-256 was{' '}
                  <span className="mono">{request.bodySha256}</span>.
                </Trans>
              </p>
            ) : (
              <Code text={request.body} label={t`Body of attempt ${number}`} />
            )}
          </div>
          {request.body !== null && verifier !== null && (
            <div className={classes['section']}>
              <Title order={3} mb="xs">
                <Trans>Verify this signature</Trans>
              </Title>
              <SegmentedControl
                mb="sm"
                size="xs"
                aria-label={t`Language`}
                data={[...languages]}
                value={language}
                onChange={(chosen) => isLanguage(chosen) && setLanguage(chosen)}
              />
              <Code
                text={writeVerifier(language, verifier, { url: request.url, headers, body: request.body })}
                label={t`Verifier in ${language}`}
              />
            </div>
          )}
        </>
      )}
    </>
  );
}
