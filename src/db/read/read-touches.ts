import type { TouchpointType } from '../generated/prisma/enums.ts';
import type { TenantScope } from '../scoped.ts';

/** How a lead was touched, as far as its confidence depends on it. */
export type Touches = {
  /** 0 to 100, of the latest quiz that has a score; null where none has. */
  readonly quizScore: number | null;
  readonly proposalViews: number;
  readonly videosWatched: number;
  readonly ctaClicks: number;
  readonly meetingsBooked: number;
};

export const noTouches: Touches = {
  quizScore: null,
  proposalViews: 0,
  videosWatched: 0,
  ctaClicks: 0,
  meetingsBooked: 0,
};

type RawReader = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): PromiseLike<T> };

const scoredTypes = [
  'QUIZ_COMPLETED',
  'PROPOSAL_VIEWED',
  'VIDEO_WATCHED',
  'CTA_CLICKED',
  'MEETING_BOOKED',
] as const satisfies readonly TouchpointType[];

/** Whether touchpoints of this type give points of confidence. */
export const isScored = (type: TouchpointType): boolean => scoredTypes.some((scored) => scored === type);

// As numeric: metadata may hold numbers that no other type can.
const quizScore = `case when jsonb_typeof(metadata->'score') = 'number'
    then round(least(greatest((metadata->>'score')::numeric, 0), 100))::int end`;

const sql = `select lead_id as "leadId",
    (array_agg(${quizScore} order by occurred_at desc, id desc)
      filter (where type = 'QUIZ_COMPLETED' and jsonb_typeof(metadata->'score') = 'number'))[1] as "quizScore",
    (count(*) filter (where type = 'PROPOSAL_VIEWED'))::int as "proposalViews",
    (count(*) filter (where type = 'VIDEO_WATCHED'))::int as "videosWatched",
    (count(*) filter (where type = 'CTA_CLICKED'))::int as "ctaClicks",
    (count(*) filter (where type = 'MEETING_BOOKED'))::int as "meetingsBooked"
  from touchpoints
 where org_id = $1 and lead_id = any($2::text[]) and ($3::text is null or business_id = $3)
   and type in (${scoredTypes.map((type) => `'${type}'`).join(', ')})
 group by lead_id`;

/** How each of these leads was touched, in one statement whatever their number. */
export async function readTouches(
  database: RawReader,
  { orgId, businessId }: TenantScope,
  leadIds: readonly string[],
): Promise<(leadId: string) => Touches> {
  const rows = await database.$queryRawUnsafe<(Touches & { leadId: string })[]>(sql, orgId, leadIds, businessId);
  const byLead = new Map(rows.map(({ leadId, ...touches }) => [leadId, touches]));
  return (leadId) => byLead.get(leadId) ?? noTouches;
}
