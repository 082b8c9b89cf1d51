import { ai93 } from '../ai93/dialect.ts';
import { chat } from '../chat/dialect.ts';
import { clawcrm } from '../clawcrm/dialect.ts';
import { quincer } from '../quincer/dialect.ts';
import { describeDialect } from './describe-dialect.ts';
import type { NamedDocument } from './docs-router.ts';
import { unite } from './unite.ts';

/** Everything the installation documents: the union first, then each vendor by itself. */
export function openApiDocuments(): NamedDocument[] {
  const parts = [
    { name: 'Quincer', path: '/openapi/quincer.json', document: describeDialect('Quincer API', [quincer, chat]) },
    { name: 'AI93/Krew', path: '/openapi/ai93.json', document: describeDialect('AI93/Krew API', [ai93]) },
    { name: 'ClawCRM', path: '/openapi/clawcrm.json', document: describeDialect('ClawCRM API', [clawcrm]) },
  ];
  const union = unite(
    'Tributary REST APIs',
    parts.map(({ document }) => document),
  );
  return [{ name: 'All dialects', path: '/openapi.json', document: union }, ...parts];
}
