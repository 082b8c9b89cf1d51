/**
 * Older spellings Quincer keeps for one major version (sections "Leads & tasks" and "Naming conventions"): each stands
 * for the snake_case one.
 */
export const leadQueryAliases = { widgetId: 'widget_id', assignedTo: 'assigned_to', updatedSince: 'updated_since' };

export const taskQueryAliases = { widgetId: 'widget_id', leadId: 'lead_id', updatedSince: 'updated_since' };

export const conversationQueryAliases = { widgetId: 'widget_id', updatedSince: 'updated_since' };

export const leadBodyAliases = { jobTitle: 'job_title', assignedTo: 'assigned_to' };
