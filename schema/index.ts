import './scalars.ts';
import './enums.ts';
import './lead-type.ts';
import './lead-profile.ts';
import './confidence.ts';
import './lead.ts';
import './conversation-type.ts';
import './conversation.ts';
import './task.ts';
import './note.ts';
import './touchpoint.ts';
import './automation-type.ts';
import './automation.ts';
import './playbook.ts';
import './widget.ts';
import './access.ts';
import './source.ts';
import './stage.ts';
import './webhook-type.ts';
import './webhook.ts';
import './event.ts';
import './workspace.ts';
import './workspace-setup.ts';
import './node.ts';
import { builder } from './builder.ts';

/** The graph. Each import above adds one noun to it. */
export const schema = builder.toSchema();
