const none = () => null;

/**
 * Types that are part of what they stand in: they have no id of their own, or one that is not theirs alone. Messages are, too: of
 * each that was ever looked up by its id, the cache would keep who asked for it as long as the page is open.
 */
export const withoutId = {
  Analytics: none,
  AutomationConditions: none,
  AuditChange: none,
  Bant: none,
  CampaignConditions: none,
  CampaignStep: none,
  LeadsFromSource: none,
  LeadsInStage: none,
  LeadsMadeOnDay: none,
  LeadsOfTier: none,
  LeadsWithConfidence: none,
  LeadsWithStatus: none,
  Message: none,
  Organisation: none,
  StalledLead: none,
  StalledLeads: none,
  SyncMailbox: none,
  TouchpointsOfType: none,
  Viewer: none,
  Visitor: none,
  WebhookAttempt: none,
  WebhookEndpointHealth: none,
  WebhookRequest: none,
  __EnumValue: none,
  __Type: none,
} as const;
