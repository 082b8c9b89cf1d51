import { z } from 'zod';
import { plain, texts } from '../../db/run/args.ts';
import { statement } from '../../db/run/statement.ts';

/** Whose rows they are: a business’s, that of the key or the one that is asked for, or all of the organisation’s. */
const ofReader = `org_id = :org and business_id = coalesce(:business::text, :ofBusiness::text, '') and count > 0`;

const nullableTexts = (value: readonly string[] | null) => (value === null ? null : texts(value));

/** How many leads there are of each stage, status, tier and temperature. */
export const leadGroups = statement({
  name: 'lead-groups',
  args: { ofBusiness: plain<string | null>() },
  row: z.object({
    stageId: z.string(),
    status: z.string(),
    tier: z.string(),
    temperature: z.string(),
    count: z.number(),
  }),
  text: `select split_part(key, ' ', 1) as "stageId", split_part(key, ' ', 2) as status, split_part(key, ' ', 3) as tier,
       split_part(key, ' ', 4) as temperature, count
  from kept_counts where ${ofReader} and kind = 'LEADS'`,
});

/** How many leads there are. */
export const countAllLeads = statement({
  name: 'count-all-leads',
  args: { ofBusiness: plain<string | null>() },
  row: z.object({ count: z.number() }),
  text: `select coalesce(sum(count), 0)::int as count from kept_counts where ${ofReader} and kind = 'LEADS'`,
});

const ofSources = `${ofReader} and kind = 'LEAD_SOURCES'
   and (:among::text[] is null or key = any(:among::text[])) and (:except::text[] is null or key <> all(:except::text[]))`;

/** The sources of most leads, among those that are asked for: anybody may write another one with each lead. */
export const leadSourceCounts = statement({
  name: 'lead-source-counts',
  args: { ofBusiness: plain<string | null>(), among: nullableTexts, except: nullableTexts, most: plain<number>() },
  row: z.object({ source: z.string(), count: z.number() }),
  text: `select key as source, count from kept_counts where ${ofSources} order by count desc, key limit :most`,
});

/** How many leads there are of the sources that are asked for. */
export const countLeadsOfSources = statement({
  name: 'count-leads-of-sources',
  args: { ofBusiness: plain<string | null>(), among: nullableTexts, except: nullableTexts },
  row: z.object({ count: z.number() }),
  text: `select coalesce(sum(count), 0)::int as count from kept_counts where ${ofSources}`,
});

/** How many tasks there are of each status and type. */
export const taskGroups = statement({
  name: 'task-groups',
  args: { ofBusiness: plain<string | null>() },
  row: z.object({ status: z.string(), type: z.string(), count: z.number() }),
  text: `select split_part(key, ' ', 1) as status, split_part(key, ' ', 2) as type, count
  from kept_counts where ${ofReader} and kind = 'TASKS'`,
});

/** How many conversations there are of each status. */
export const conversationStatuses = statement({
  name: 'conversation-statuses',
  args: { ofBusiness: plain<string | null>() },
  row: z.object({ status: z.string(), count: z.number() }),
  text: `select key as status, count from kept_counts where ${ofReader} and kind = 'CONVERSATIONS'`,
});
