import type { Bant, Facts } from '../../../src/domain/conversations/responder/captured.ts';

export type Field = Exclude<keyof Facts, 'bant'> | keyof Bant;

/** What is right to keep of a message; of several wordings each is. A field that is not named must stay empty. */
export type Labels = { readonly [field in Field]?: string | readonly string[] };

export type VisitorMessage = { readonly text: string; readonly after?: string; readonly right: Labels };

export const says = (text: string, right: Labels = {}): VisitorMessage => ({ text, right });

/** What follows a question for the visitor's name. */
export const answers = (text: string, right: Labels = {}): VisitorMessage => ({
  text,
  after: 'Hi, this is an automated assistant. What is your name, and which email address can the team reach you at?',
  right,
});
