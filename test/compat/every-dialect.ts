import { vendorApis } from '../../compat/vendor-apis.ts';
import type { RestDialect } from '../../compat/dialect.ts';

/** Every vendor's, whoever they are: what holds of all is asked of all. */
export const everyDialect: readonly RestDialect[] = Object.values(vendorApis).flatMap(({ dialects }) => dialects);
