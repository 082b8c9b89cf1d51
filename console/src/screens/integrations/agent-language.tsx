import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { toProblem } from '../../data/problem.ts';
import { useSession } from '../../data/session.tsx';
import { useMutate } from '../../data/use-mutate.ts';
import { AgentLanguageDocument, SetAgentLanguageDocument } from './generated/operations.ts';

const languages =
  'ar bg ca cs da de el en es et fa fi fr he hi hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv th tr uk ur vi zh'.split(
    ' ',
  );

/** What its agents read: what visitors write is put into it. */
export function AgentLanguage() {
  const { t, i18n } = useLingui();
  const { may } = useSession();
  const [{ data }] = useQuery({ query: AgentLanguageDocument });
  const set = useMutate(SetAgentLanguageDocument);
  const [error, setError] = useState<string | null>(null);
  const language = data?.viewer.organisation.agentLanguage;
  if (language === undefined) return null;
  const names = new Intl.DisplayNames(i18n.locale, { type: 'language' });
  const known = languages.includes(language) ? languages : [language, ...languages];

  async function choose(chosen: string): Promise<void> {
    const { error: failed } = await set({ language: chosen });
    setError(failed ? toProblem(failed).message : null);
  }

  return (
    <NativeSelect
      label={t`Agents read`}
      description={t`What visitors write from now on is translated into it.`}
      data={known.map((value) => ({ value, label: names.of(value) ?? value }))}
      value={language}
      disabled={!may('workspace:write')}
      error={error}
      onChange={(event) => void choose(event.currentTarget.value)}
      maw={320}
      mt="sm"
    />
  );
}
