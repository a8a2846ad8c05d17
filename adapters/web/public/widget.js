/**
 * Puts a button on a page that opens the chat in a frame. Everything is inside a shadow root, so neither page's
 * styles reach the other's.
 *
 * @typedef {{ readonly open: string, readonly close: string, readonly title: string }} Words
 */

const STYLE = `
  :host { all: initial; position: fixed; right: 1rem; bottom: 1rem; z-index: 2147483000; }
  button {
    display: block; margin-left: auto; min-height: 3rem; padding: 0.625rem 1.25rem;
    border: 2px solid #fff; border-radius: 1.625rem; background: #0b5563; color: #fff;
    font: 600 1.0625rem/1.35 "Source Sans 3", "Open Sans", "Noto Sans", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    box-shadow: 0 2px 12px rgb(0 0 0 / 0.3); cursor: pointer;
  }
  button:hover { background: #083f4a; }
  button:focus-visible { outline: 3px solid #0b5563; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
  iframe {
    display: block; width: min(26rem, calc(100vw - 2rem)); height: min(40rem, calc(100vh - 6rem));
    margin-bottom: 0.75rem; border: 1px solid #6b7b82; border-radius: 1rem; background: #f7f5f0;
    box-shadow: 0 4px 24px rgb(0 0 0 / 0.3);
  }
  iframe[hidden] { display: none; }
  .column { display: flex; flex-direction: column-reverse; }
`;

/** @param {{ readonly es: Words, readonly en: Words }} texts */
// biome-ignore lint/correctness/noUnusedVariables: the server calls it with the texts.
function showWidget(texts) {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const chat = script.src.replace(/\/widget\.js(\?.*)?$/, '');
  const words = document.documentElement.lang.toLowerCase().startsWith('en') ? texts.en : texts.es;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  button.type = 'button';
  const frame = document.createElement('iframe');
  frame.title = words.title;
  frame.allow = 'clipboard-write';
  frame.hidden = true;
  const column = document.createElement('div');
  column.className = 'column';
  column.append(button, frame);
  root.append(column);

  const tell = () => {
    button.textContent = frame.hidden ? words.open : words.close;
    button.setAttribute('aria-expanded', String(!frame.hidden));
  };
  button.addEventListener('click', () => {
    frame.hidden = !frame.hidden;
    tell();
    if (frame.hidden) return;
    if (frame.src === '') frame.src = chat;
    frame.focus();
  });
  tell();
  const place = () => document.body.append(host);
  if (document.body === null) document.addEventListener('DOMContentLoaded', place, { once: true });
  else place();
}
