import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import {
  ExportLeadsDocument,
  type ExportLeadsQueryVariables,
  type LeadFilter,
  type LeadOrder,
} from '../generated/operations.ts';
import { download } from './download.ts';
import { csvHead, toCsvRows } from './to-csv.ts';

const pageSize = 200;
/** What a browser is asked to hold, about 15 MB; more is what the export by key streams. */
const mostLeads = 50_000;

/** Reads the leads that the filter names page by page, and saves them as CSV. Called again while it runs, it stops and saves nothing. */
export function useExport(filter: LeadFilter, orderBy: LeadOrder) {
  const { t } = useLingui();
  const client = useClient();
  const stopped = useRef(false);
  const [done, setDone] = useState<number | null>(null);

  async function read(): Promise<void> {
    const parts = [csvHead];
    let [after, count]: [string | null, number] = [null, 0];
    do {
      const variables: ExportLeadsQueryVariables = { first: pageSize, after, filter, orderBy };
      const answer = await client.query(ExportLeadsDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (stopped.current) return;
      if (answer.error) return tellFailed(t`Nothing was exported`, answer.error);
      if (!answer.data) return;
      const { nodes, pageInfo } = answer.data.leads;
      parts.push(toCsvRows(nodes));
      count += nodes.length;
      setDone(count);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null && count < mostLeads);
    download('leads', parts);
    const said = t`${plural(count, { one: '# lead exported', other: '# leads exported' })}`;
    tellDone(after === null ? said : t`${said}; there are more: narrow the filter`);
  }
  return {
    /** How many were read so far; null while nothing is exported. */
    done,
    run(): void {
      if (done !== null) return void (stopped.current = true);
      stopped.current = false;
      setDone(0);
      void read().finally(() => setDone(null));
    },
  };
}
