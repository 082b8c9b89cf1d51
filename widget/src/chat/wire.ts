/** Who of the team speaks, as visitors see them. */
export type Author = { readonly name: string; readonly type: string; readonly avatarUrl: string | null };

export type Message = {
  readonly id: string;
  readonly role: string;
  readonly content: string;
  readonly isTranslated: boolean;
  readonly author: Author | null;
  readonly createdAt: string;
};

/** Who answers: the AI while `active`, `agent` while `human_active`, and nobody any more while `closed`. */
export type Standing = {
  readonly status: string;
  readonly agent: Author | null;
  /** Whether the visitor waits for a person. */
  readonly isWaiting: boolean;
};

export type Said = {
  readonly conversationId: string;
  readonly messageId: string;
  /** What was said, and what the AI answered. */
  readonly messages: readonly Message[];
};

export type Page = Standing & {
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
  readonly cursor: string;
};

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fields = (value: unknown): Fields => (isObject(value) ? value : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function toAuthor(value: unknown): Author | null {
  if (!isObject(value)) return null;
  return { name: text(value['name']), type: text(value['type']), avatarUrl: text(value['avatar_url']) || null };
}

export function toMessage(value: unknown): Message {
  const { id, role, content, translated, author, created_at: createdAt } = fields(value);
  return {
    id: text(id),
    role: text(role),
    content: text(content),
    isTranslated: translated === true,
    author: toAuthor(author),
    createdAt: text(createdAt),
  };
}

export const toStanding = (value: unknown): Standing => {
  const { status, agent, waiting } = fields(value);
  return { status: text(status), agent: toAuthor(agent), isWaiting: waiting === true };
};

export const toSaid = (value: unknown): Said => {
  const { conversation_id: conversationId, message, reply } = fields(value);
  const messages = [message, reply].filter(isObject).map(toMessage);
  return { conversationId: text(conversationId), messageId: text(fields(message)['id']), messages };
};

export function toPage(value: unknown): Page {
  const { data, has_more: hasMore, cursor } = fields(value);
  const messages = Array.isArray(data) ? data.map(toMessage) : [];
  return { ...toStanding(value), messages, hasMore: hasMore === true, cursor: text(cursor) };
}

export const toTyping = (value: unknown) => {
  const { by, typing } = fields(value);
  return { by: text(by), isTyping: typing === true };
};

export const codeOf = (value: unknown): string => text(fields(value)['code']);
