import { useLingui } from '@lingui/react/macro';
import { SimpleGrid } from '@mantine/core';
import { useSession } from '../../data/session.tsx';
import { ScreenBody } from '../../parts/screen-body.tsx';
import { ScreenHeader } from '../../parts/screen-header.tsx';
import { Checklist } from './checklist.tsx';
import { Drafts } from './drafts.tsx';
import { FailingEndpoints } from './failing-endpoints.tsx';
import { Stalled } from './stalled.tsx';
import { Waiting } from './waiting.tsx';

/** What wants a person, the most urgent first. */
export function Home() {
  const { t } = useLingui();
  const { may } = useSession();
  return (
    <ScreenBody>
      <ScreenHeader title={t`Home`} />
      <Checklist />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="xl">
        {may('conversations:read') && <Waiting />}
        {may('campaigns:read', 'campaigns:write', 'automation:read') && <Drafts />}
        {may('webhooks:read') && <FailingEndpoints />}
        {may('leads:read') && <Stalled />}
      </SimpleGrid>
    </ScreenBody>
  );
}
