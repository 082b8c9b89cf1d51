import { render } from 'preact';
import { createChat } from './chat/create-chat.ts';
import { panelStyle } from './view/panel-style.ts';
import { Panel } from './view/panel.tsx';
import { wordsOf } from './words/words-of.ts';
import { note } from './view/notes.ts';

export type PanelOptions = {
  readonly root: ShadowRoot;
  readonly base: string;
  readonly key: string;
  readonly title: string | null;
  readonly onClose: () => void;
  /** What the button says of what came while the panel was closed; null where nothing did. */
  readonly onUnread: (count: number, label: string | null) => void;
};

export type PanelModule = { readonly mountPanel: (options: PanelOptions) => Promise<OpenPanel> };

export type OpenPanel = (isOpen: boolean, takesFocus: boolean) => void;

/** Called by the loader once the panel is wanted. The two may be of different versions: what is asked here is only ever added to. */
export async function mountPanel(options: PanelOptions): Promise<OpenPanel> {
  const { root, base, key, title, onClose, onUnread } = options;
  const { language, isRightToLeft } = readPage();
  const { words } = wordsOf(language);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyle);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const place = root.appendChild(document.createElement('div'));
  place.className = 'place';

  let opened = { isOpen: false, takesFocus: false };
  const draw = () => {
    const state = chat.stateNow();
    if (state.standing) note('localStorage', `begun ${key}`, true);
    const props = { chat, state, ...opened, widgetKey: key, language, isRightToLeft, title, onClose };
    render(<Panel {...props} />, place);
    onUnread(state.unread, opened.isOpen || state.unread === 0 ? null : words.unread(state.unread));
  };
  const chat = await createChat({ base, key, language: language || null, onChange: () => draw() });
  followPage(chat);
  return (isOpen, takesFocus) => {
    opened = { isOpen, takesFocus };
    note('sessionStorage', `open ${key}`, isOpen);
    draw();
  };
}

function readPage() {
  const page = document.documentElement;
  const language = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(page.lang) && page.lang.length <= 35 ? page.lang : '';
  return { language, isRightToLeft: getComputedStyle(page).direction === 'rtl' };
}

function followPage(chat: Awaited<ReturnType<typeof createChat>>): void {
  const look = () => (document.hidden ? chat.rest() : void chat.wake());
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', () => chat.rest());
  addEventListener('pageshow', look);
  addEventListener('online', look);
  addEventListener('offline', () => chat.offline());
  look();
}
