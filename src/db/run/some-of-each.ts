import { plain } from './args.ts';

/** What a job takes up at once. */
export type Portion = {
  /** The organisation behind which to go on; null begins with the first. */
  readonly behind: string | null;
  readonly organisations: number;
  /** Of each of them. */
  readonly ofEach: number;
};

/** What `someOfEach` asks for; what is due is asked with `:afterOrg` as well. */
export const portionArgs = { afterOrg: plain<string>(), organisations: plain<number>(), ofEach: plain<number>() };

export const givenFor = ({ behind, organisations, ofEach }: Portion) => ({
  afterOrg: behind ?? '',
  organisations,
  ofEach,
});

/**
 * Of what is due for many organisations, rows of `org_id` and `id`, a part of each, that of one organisation in a row. Which of its rows is
 * left to chance: such as fail every time would else stand before the others for good.
 */
export const someOfEach = (id: string, due: string): string => `select org_id as "orgId", id as "${id}" from (
    select org_id, id, row_number() over (partition by org_id order by random()) as place, dense_rank() over (order by org_id) as turn
      from (${due}) due
  ) ranked where turn <= :organisations and place <= :ofEach order by org_id, id`;
