import { buttonStyle } from './button-style.ts';
import type { OpenPanel, PanelModule } from './panel.tsx';

/** The panel's address below the installation, with its hash: known once it is built. */
declare const panelFile: string;

type Labels = readonly [open: string, close: string, failed: string];

const labels: Readonly<Record<string, Labels>> = {
  fr: ['Ouvrir la discussion', 'Fermer la discussion', 'La discussion n’a pas pu être chargée. Réessayez.'],
  es: ['Abrir el chat', 'Cerrar el chat', 'No se pudo cargar el chat. Inténtelo de nuevo.'],
  de: ['Chat öffnen', 'Chat schließen', 'Der Chat konnte nicht geladen werden. Bitte noch einmal.'],
};
const english: Labels = ['Open chat', 'Close chat', 'The chat could not be loaded. Try again.'];

// An async script is the current one while it runs; one that a tag manager brought in its own way is looked for.
const found = document.currentScript ?? document.querySelector('script[data-key^="cw_"]');
const script = found instanceof HTMLScriptElement ? found : null;
const { key = '', title } = script?.dataset ?? {};
const base = new URL('.', script?.src ?? location.href).href;
const [openLabel, closeLabel, failedLabel] = labels[document.documentElement.lang.slice(0, 2).toLowerCase()] ?? english;

/** Whether something was written down, in this tab or in this browser; no where the page has no storage. */
function isNoted(storage: 'sessionStorage' | 'localStorage', name: string): boolean {
  try {
    return window[storage].getItem(`tributary-chat ${name} ${key}`) !== null;
  } catch {
    return false;
  }
}

class TributaryChat extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' });
  #button = document.createElement('button');
  #count = document.createElement('span');
  #unread: string | null = null;
  #panel: Promise<OpenPanel> | undefined;
  #isOpen = false;
  #tries = 0;

  connectedCallback(): void {
    if (this.#root.firstChild) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(buttonStyle);
    this.#root.adoptedStyleSheets = [sheet];
    this.#button.className = 'button';
    this.#button.ariaHasPopup = 'dialog';
    this.#button.addEventListener('click', () => void this.#set(!this.#isOpen));
    this.#count.className = 'count';
    this.#button.append(drawBubble(), this.#count);
    this.#root.append(this.#button);
    this.#label();
    if (isNoted('sessionStorage', 'open')) void this.#set(true, false);
    // What is answered on a further page is counted on the button, so a conversation goes on behind it.
    else if (isNoted('localStorage', 'begun')) setTimeout(() => void this.#load().catch(() => undefined), 1000);
  }

  open(): void {
    void this.#set(true);
  }

  close(): void {
    void this.#set(false);
  }

  async #set(isOpen: boolean, takesFocus = true): Promise<void> {
    this.#isOpen = isOpen;
    this.#label();
    try {
      this.#button.ariaBusy = 'true';
      (await this.#load())(this.#isOpen, takesFocus);
      if (!isOpen && takesFocus) this.#button.focus();
    } catch {
      this.#isOpen = false;
      this.#label(failedLabel);
    }
    this.#button.ariaBusy = 'false';
  }

  #load(): Promise<OpenPanel> {
    return (this.#panel ??= this.#mount().catch((error: unknown) => {
      this.#panel = undefined;
      throw error;
    }));
  }

  async #mount(): Promise<OpenPanel> {
    // Browsers remember of an address that it could not be loaded.
    const again = this.#tries > 0 ? `?${this.#tries}` : '';
    this.#tries += 1;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was built beside this
    const { mountPanel } = (await import(/* @vite-ignore */ base + panelFile + again)) as PanelModule;
    return mountPanel({
      root: this.#root,
      base,
      key,
      title: title ?? null,
      onClose: () => this.close(),
      onUnread: (count, unread) => {
        this.#count.textContent = unread === null ? '' : count > 9 ? '9+' : `${count}`;
        this.#unread = unread;
        this.#label();
      },
    });
  }

  #label(failed?: string): void {
    const action = this.#isOpen ? closeLabel : openLabel;
    this.#button.title = failed ?? action;
    this.#button.ariaLabel = failed ?? (this.#unread ? `${action}, ${this.#unread}` : action);
    this.#button.ariaExpanded = `${this.#isOpen}`;
  }
}

function drawBubble(): SVGElement {
  const draw = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  const picture = draw('svg', { viewBox: '0 0 24 24', width: '26', height: '26', 'aria-hidden': 'true' });
  picture.append(
    draw('path', {
      fill: 'currentColor',
      d: 'M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-7l-6 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z',
    }),
  );
  return picture;
}

const tag = 'tributary-chat';
if (key && !customElements.get(tag)) {
  customElements.define(tag, TributaryChat);
  // Beside the body: what the page does to it, or puts in its place, does not matter.
  document.documentElement.append(document.createElement(tag));
}
