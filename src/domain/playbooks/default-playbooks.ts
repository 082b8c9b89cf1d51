import type { LeadTier } from '../../db/generated/prisma/enums.ts';
import type { PlaybookStep } from './playbook-steps.ts';

export type DefaultPlaybook = {
  readonly name: string;
  readonly description: string;
  readonly tier: LeadTier | null;
  readonly stageKey: string | null;
  readonly steps: readonly PlaybookStep[];
};

type Play = Omit<DefaultPlaybook, 'stageKey'> & {
  /** The names of stages it is for, each in a playbook of its own; none is any stage. */
  readonly stages: Readonly<Record<string, string>>;
};

const step = (title: string, channel: string | null, waitDays: number, instructions: string): PlaybookStep => ({
  title,
  instructions,
  channel,
  waitDays,
});

// By stage key: of the pipeline a workspace starts with, and of the one that agents set up by their guide.
const plays: readonly Play[] = [
  {
    name: 'Fast lane',
    description: 'Reach a valuable new lead while it still thinks of you.',
    tier: 'HIGH',
    stages: { new: 'New', prospects: 'Prospects', leads: 'Leads' },
    steps: [
      step(
        'Call at once',
        'phone',
        0,
        'Ask what made them look now and who else decides. Leave no message the first time.',
      ),
      step(
        'Send a personal mail',
        'email',
        0,
        'Two sentences on their company, one on what you would do first, and a link to book a meeting.',
      ),
      step('Call again', 'phone', 1, 'Another time of the day. Leave a message that names the mail.'),
      step('Connect', 'linkedin', 1, 'Send a request with one line on why; do not sell in it.'),
      step('Offer two times', 'email', 2, 'Propose two concrete times for fifteen minutes.'),
    ],
  },
  {
    name: 'First contact',
    description: 'Find out whether a new lead has a need, without pressing.',
    tier: null,
    stages: { new: 'New', prospects: 'Prospects', leads: 'Leads' },
    steps: [
      step(
        'Enrich and look',
        null,
        0,
        'Enrich the lead, read its company’s site and note one thing that matters to it.',
      ),
      step('Write a first mail', 'email', 0, 'One observation, one question. No attachment.'),
      step('Follow up', 'email', 3, 'Answer the question yourself with an example of a similar customer.'),
      step('Call', 'phone', 3, 'Refer to the mails. Ask whether it is a matter for this quarter.'),
      step('Close the loop', 'email', 7, 'Say that you will stop writing, and leave the door open.'),
    ],
  },
  {
    name: 'Follow-up of a valuable lead',
    description: 'Keep a valuable lead moving by several ways.',
    tier: 'HIGH',
    stages: { contacted: 'Contacted' },
    steps: [
      step('Call', 'phone', 1, 'Ask for their view of what you sent, and for a meeting.'),
      step('Show proof', 'email', 2, 'A short case of a company like theirs, with a figure.'),
      step('Find a second contact', 'linkedin', 2, 'Look for who else is concerned and ask for an introduction.'),
      step('Ask for a decision', 'phone', 4, 'Ask what stands in the way, and by when they want it solved.'),
    ],
  },
  {
    name: 'Follow-up',
    description: 'Get an answer from a lead that was contacted.',
    tier: null,
    stages: { contacted: 'Contacted' },
    steps: [
      step('Follow up', 'email', 3, 'Add something new: an example, a figure, a question.'),
      step('Call', 'phone', 3, 'Keep it to two minutes and one question.'),
      step('Last mail', 'email', 7, 'Ask whether you should close their file.'),
    ],
  },
  {
    name: 'Discovery',
    description: 'Learn budget, authority, need and timeline from a lead that is interested.',
    tier: null,
    stages: { qualified: 'Qualified', engaged: 'Engaged' },
    steps: [
      step('Book the discovery call', 'email', 0, 'Send the booking link and three questions you will ask.'),
      step('Hold it', 'meeting', 2, 'Budget, authority, need, timeline. Write the answers into the lead.'),
      step('Sum up', 'email', 0, 'What you heard, what you propose, what happens next and when.'),
    ],
  },
  {
    name: 'Proposal to decision',
    description: 'Bring a proposal to a yes or a no.',
    tier: null,
    stages: { proposal: 'Proposal', negotiated: 'Negotiated' },
    steps: [
      step('Walk through it', 'meeting', 1, 'Show the proposal in person and ask for objections.'),
      step('Answer objections', 'email', 1, 'Each of them in writing, with a date for the decision.'),
      step('Ask for the decision', 'phone', 4, 'Call whoever decides. Offer to change scope before price.'),
      step('Set a last date', 'email', 5, 'Say until when the offer holds.'),
    ],
  },
  {
    name: 'Welcome',
    description: 'Turn a sale into a good start.',
    tier: null,
    stages: { won: 'Won', 'closed-won': 'Closed Won' },
    steps: [
      step('Say thank you', 'email', 0, 'Name who looks after them from now on.'),
      step('Kick off', 'meeting', 3, 'Agree on what success means in the first thirty days.'),
      step('Ask how it goes', 'phone', 30, 'Note what works. Ask for an introduction where they are happy.'),
    ],
  },
  {
    name: 'Win back',
    description: 'Return to a lead that said no or not yet.',
    tier: null,
    stages: { lost: 'Lost', 'closed-lost': 'Closed Lost', 're-engage-later': 'Re-engage later' },
    steps: [
      step('Ask why', 'email', 7, 'One question: what would have made the difference?'),
      step('Bring news', 'email', 60, 'Only where something changed that answers their reason.'),
      step('Call', 'phone', 90, 'Ask how they solved it, and whether it holds.'),
    ],
  },
  {
    name: 'Light touch',
    description: 'Stay in mind of a lead that is worth little time.',
    tier: 'LOW',
    stages: {},
    steps: [
      step('Send something useful', 'email', 7, 'A guide or an example, nothing to answer.'),
      step('Check in', 'email', 30, 'One question about their plans.'),
    ],
  },
  {
    name: 'Stay in touch',
    description: 'For every lead that no other playbook is for.',
    tier: null,
    stages: {},
    steps: [
      step('Write', 'email', 2, 'Where you left off, and one question.'),
      step('Call', 'phone', 3, 'Ask it in person.'),
      step('Decide', null, 7, 'Move the lead to the stage it belongs in, or close it.'),
    ],
  },
];

/** The playbooks a new workspace starts with. */
export const defaultPlaybooks: readonly DefaultPlaybook[] = plays.flatMap(({ stages, ...play }): DefaultPlaybook[] => {
  const named = Object.entries(stages);
  if (named.length === 0) return [{ ...play, stageKey: null }];
  return named.map(([stageKey, stage]) => ({ ...play, name: `${play.name}: ${stage}`, stageKey }));
});
