import { useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import classes from './automation.module.css';
import type {
  AutomationChoicesQuery,
  CampaignFactsFragment,
  LeadTier,
  RuleFactsFragment,
} from './generated/operations.ts';
import { tiers } from './words.ts';

export type ConditionName =
  | 'fromStage'
  | 'toStage'
  | 'tier'
  | 'minViewCount'
  | 'minConfidenceScore'
  | 'minDaysSinceTouch';

/** Conditions as they stand in a form: empty is any. */
export type Given = Readonly<Record<ConditionName, string>>;

type Known = Partial<RuleFactsFragment['conditions'] & NonNullable<CampaignFactsFragment['conditions']>>;

const textOf = (value: number | null | undefined): string => (value == null ? '' : String(value));

export const givenOf = (known: Known | null): Given => ({
  fromStage: known?.fromStage?.id ?? '',
  toStage: known?.toStage?.id ?? '',
  tier: known?.tier ?? '',
  minViewCount: textOf(known?.minViewCount),
  minConfidenceScore: textOf(known?.minConfidenceScore),
  minDaysSinceTouch: textOf(known?.minDaysSinceTouch),
});

const isTier = (text: string): text is LeadTier => Object.hasOwn(tiers, text);
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** What those of these names ask for, in the graph’s words. */
export function toConditions(given: Given, names: readonly ConditionName[]) {
  const has = (name: ConditionName) => names.includes(name);
  return {
    fromStage: has('fromStage') ? given.fromStage || null : null,
    tier: has('tier') && isTier(given.tier) ? given.tier : null,
    minViewCount: has('minViewCount') ? numberOf(given.minViewCount) : null,
    minConfidenceScore: has('minConfidenceScore') ? numberOf(given.minConfidenceScore) : null,
    ...(has('toStage') && { toStage: given.toStage || null }),
    ...(has('minDaysSinceTouch') && { minDaysSinceTouch: numberOf(given.minDaysSinceTouch) }),
  };
}

type Props = {
  /** The conditions that there can be. */
  readonly names: readonly ConditionName[];
  readonly given: Given;
  readonly stages: AutomationChoicesQuery['stages'];
  readonly onChange: (given: Given) => void;
};

/** Asks which leads are meant. */
export function ConditionFields({ names, given, stages, onChange }: Props) {
  const { t, i18n } = useLingui();
  const choose = (name: 'fromStage' | 'toStage', label: string) =>
    names.includes(name) && (
      <NativeSelect
        label={label}
        data={[{ value: '', label: t`Any stage` }, ...stages.map(({ id, name: of }) => ({ value: id, label: of }))]}
        value={given[name]}
        onChange={(event) => onChange({ ...given, [name]: event.currentTarget.value })}
      />
    );
  const least = (name: ConditionName, label: string, [min, max]: readonly [number, number]) =>
    names.includes(name) && (
      <TextInput
        type="number"
        label={label}
        min={min}
        max={max}
        step={1}
        value={given[name]}
        onChange={(event) => onChange({ ...given, [name]: event.currentTarget.value })}
      />
    );
  return (
    <div className={classes['pairs']}>
      {choose('fromStage', t`From stage`)}
      {choose('toStage', t`To stage`)}
      {names.includes('tier') && (
        <NativeSelect
          label={t`Tier`}
          data={[
            { value: '', label: t`Any tier` },
            ...Object.entries(tiers).map(([value, label]) => ({ value, label: i18n._(label) })),
          ]}
          value={given.tier}
          onChange={(event) => onChange({ ...given, tier: event.currentTarget.value })}
        />
      )}
      {least('minConfidenceScore', t`Confidence at least`, [0, 100])}
      {least('minViewCount', t`Proposal views at least`, [1, 1_000_000])}
      {least('minDaysSinceTouch', t`Days without contact`, [1, 3650])}
    </div>
  );
}
