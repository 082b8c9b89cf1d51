/** What a page's own storage holds of the chat, where it has one: nothing that would be missed. */
type Place = 'sessionStorage' | 'localStorage';

const full = (name: string): string => `tributary-chat ${name}`;

export function note(place: Place, name: string, isSo: boolean): void {
  try {
    if (isSo) window[place].setItem(full(name), '');
    else window[place].removeItem(full(name));
  } catch {
    // A sandbox, or a visitor who blocks it.
  }
}

/** What was typed and not sent, for this tab alone. */
export function keptText(name: string): string {
  try {
    return sessionStorage.getItem(full(name)) ?? '';
  } catch {
    return '';
  }
}

export function keepText(name: string, text: string): void {
  try {
    sessionStorage.setItem(full(name), text);
  } catch {
    // It stays in the field.
  }
}
