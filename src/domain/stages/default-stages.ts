import { fold } from '../../text.ts';

/** The pipeline a new workspace starts with. */
export const defaultStages = ['New', 'Contacted', 'Qualified', 'Proposal', 'Won', 'Lost'] as const;

/** A stage's key: its name as lower-case words joined by hyphens. */
export const stageKey = (name: string): string =>
  fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '') || 'stage';
