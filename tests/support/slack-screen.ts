import { inputsOf } from './slack-forms.ts';
import type { SlackModal } from './slack-views.ts';

/** A window on somebody's screen. */
export interface OpenWindow {
  readonly id: string;
  readonly root: string;
  readonly view: SlackModal;
  /** Problems shown under its fields. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The windows of the one person who uses a Slack of the tests. */
export interface SlackScreen {
  /** The top one last. */
  readonly windows: () => readonly OpenWindow[];
  /** Shows a window alone, or on top of the others. */
  open(id: string, view: SlackModal, isOnTop: boolean): void;
  replace(id: string, view: SlackModal): void;
  /** Shows problems under the fields of a window, or says why Slack shows its own. */
  complain(id: string, errors: unknown): string | undefined;
  /** Takes one window away, or all. */
  close(id?: string): void;
  /** The person presses the close button of the top window. */
  closeTop(): void;
}

/** A screen without windows. */
export function createSlackScreen(): SlackScreen {
  let windows: readonly OpenWindow[] = [];
  const change = (id: string, changes: Partial<OpenWindow>) => {
    windows = windows.map((one) => (one.id === id ? { ...one, ...changes } : one));
  };
  return {
    windows: () => windows,
    open: (id, view, isOnTop) => {
      const below = isOnTop ? windows : [];
      windows = [...below, { id, root: below[0]?.id ?? id, view, errors: {} }];
    },
    replace: (id, view) => change(id, { view, errors: {} }),
    complain: (id, errors) => {
      const window = windows.find((one) => one.id === id);
      const places = window === undefined ? [] : inputsOf(window.view).map(({ block_id }) => block_id);
      const found = Object.entries(errors ?? {}).map(([place, words]) => [place, String(words)] as const);
      if (found.length === 0 || found.some(([place, words]) => !places.includes(place) || words === ''))
        return 'no input for the problem';
      change(id, { errors: Object.fromEntries(found) });
      return undefined;
    },
    close: (id) => {
      windows = id === undefined ? [] : windows.filter((one) => one.id !== id);
    },
    closeTop: () => {
      windows = windows.at(-1)?.view.clear_on_close === true ? [] : windows.slice(0, -1);
    },
  };
}
