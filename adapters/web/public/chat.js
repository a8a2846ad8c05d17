/**
 * The chat page: sends what the person writes, and shows replies by DOM methods alone, so that no text is ever
 * read as markup. All that it knows is in this tab's memory.
 *
 * @import { Action, Block, Inline, Suggestion } from '../../../src/messaging/index.ts'
 * @import { PageReply } from '../render.ts'
 * @typedef {{ readonly text: string } | { readonly choice: string }} Said
 */

/** Milliseconds that an answer may take, that «looking» waits, and that a refused stream rests. */
const PATIENCE = 20_000;
const WAITING_AFTER = 400;
const STREAM_REST = 20_000;

const files = new URL('.', import.meta.url);
const texts = JSON.parse(byId('texts').textContent ?? '');
const log = byId('log');
const status = byId('status');
const box = /** @type {HTMLTextAreaElement} */ (byId('question'));
const conversation = randomHex(16);
/** What the person said, by message, for replies that come much later. @type {Map<string, string>} */
const sayings = new Map();
/** Messages go one after the other. @type {Promise<void>} */
let queue = Promise.resolve();
let words = texts[document.documentElement.lang];
let lastEvent = '0';
let isListening = false;

/** @param {string} id */
function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** @param {number} bytes */
function randomHex(bytes) {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}

/** @param {string} tag @param {string} className @param {readonly (Node | string)[]} children */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** @param {string} label @param {() => void} onPress */
function makeButton(label, onPress) {
  const button = /** @type {HTMLButtonElement} */ (make('button', '', label));
  button.type = 'button';
  button.addEventListener('click', onPress);
  return button;
}

/** @param {string} className @param {string} label @param {readonly Node[]} children */
function makeRow(className, label, ...children) {
  const row = make('div', `row ${className}`, ...children);
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', label);
  return row;
}

/** @param {Inline} inline */
function showInline(inline) {
  if (inline.kind === 'text') return document.createTextNode(inline.text);
  if (inline.kind === 'strong') return make('strong', '', inline.text);
  return makeLink(inline.url, inline.text);
}

/** @param {string} url @param {string} text */
function makeLink(url, text) {
  const link = /** @type {HTMLAnchorElement} */ (
    make('a', '', text, make('span', 'heard', ` ${words.newTab}`))
  );
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

/** @param {Block} block */
function showBlock(block) {
  if (block.kind === 'paragraph') return make('p', '', ...block.content.map(showInline));
  if (block.kind === 'quote') return make('blockquote', '', ...block.content.map(showInline));
  const items = block.items.map((item) => make('li', '', ...item.map(showInline)));
  return make(block.ordered ? 'ol' : 'ul', '', ...items);
}

/** The page speaks the language of the last reply. @param {string} language */
function speak(language) {
  words = texts[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = words[element.getAttribute('data-text') ?? ''];
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', words[element.getAttribute('data-label') ?? '']);
}

/** Shows a reply below all others, or in the place of `old`. @param {PageReply} reply @param {{ old?: HTMLElement, about?: string }} [where] */
function showReply(reply, { old, about } = {}) {
  speak(reply.language);
  const article = make('article', 'assistant', make('p', 'heard', `${words.assistant}:`));
  article.lang = reply.language;
  if (about !== undefined) article.append(make('blockquote', '', `${words.about} ${about}`));
  article.append(...reply.blocks.map(showBlock));
  if (reply.pages !== undefined) article.append(showPages(reply.pages, article));
  const choices = reply.suggestions.map(({ id, label }) =>
    makeButton(label, () => say({ choice: id }, label)),
  );
  if (choices.length > 0) article.append(makeRow('choices', words.choices, ...choices));
  const actions = reply.actions.map((action) => showAction(action, article));
  if (actions.length > 0) article.append(makeRow('actions', words.actions, ...actions));
  if (old === undefined) {
    log.append(article);
    (article.previousElementSibling ?? article).scrollIntoView({ block: 'start' });
  } else {
    old.replaceWith(article);
    article.tabIndex = -1;
    article.focus();
  }
}

/** @param {NonNullable<PageReply['pages']>} pages @param {HTMLElement} article */
function showPages({ label, previous, next }, article) {
  const turn = (/** @type {Suggestion | undefined} */ page) =>
    page === undefined ? [] : [makeButton(page.label, () => send({ choice: page.id }, article, article))];
  return makeRow('pages', words.pages, ...turn(previous), make('span', '', label), ...turn(next));
}

/** @param {Action} action @param {HTMLElement} article */
function showAction({ kind, id, label }, article) {
  return makeButton(label, () => (kind === 'share' ? void share(id, article) : say({ choice: id }, label)));
}

/** Copies the address of an answer, or shows it where the browser does not let us. @param {string} id @param {HTMLElement} article */
async function share(id, article) {
  const address = new URL(`?id=${encodeURIComponent(id)}`, location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = words.copied;
  } catch {
    article.append(make('p', '', `${words.copy} `, makeLink(address, address)));
  }
}

/** Shows what the person says and sends it. @param {Said} said @param {string} shown */
function say(said, shown) {
  const bubble = make('article', 'person', make('p', 'heard', `${words.you}:`), make('p', '', shown));
  log.append(bubble);
  bubble.scrollIntoView({ block: 'nearest' });
  sayings.set(send(said, bubble), shown);
}

/**
 * Sends after what is under way, and gives the message's id. A problem is told inside `place`; the reply takes
 * the place of `old`.
 *
 * @param {Said} said @param {HTMLElement} place @param {HTMLElement} [old]
 */
function send(said, place, old) {
  const id = randomHex(8);
  const attempt = () => {
    queue = queue.then(async () => {
      const waiting = setTimeout(() => {
        status.textContent = words.waiting;
      }, WAITING_AFTER);
      const result = await post({ conversation, id, ...said });
      clearTimeout(waiting);
      status.textContent = '';
      if ('problem' in result) return showProblem(result.problem, place, attempt);
      if (result.reply !== null) showReply(result.reply, old === undefined ? {} : { old });
      listen();
    });
  };
  attempt();
  return id;
}

/** @param {object} body @returns {Promise<{ reply: PageReply | null } | { problem: string }>} */
async function post(body) {
  try {
    const response = await fetch(new URL('messages', files), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.ok ? await response.json() : { problem: problemOf(response.status) };
  } catch {
    return { problem: 'offline' };
  }
}

/** @param {number} code */
function problemOf(code) {
  if (code === 429) return 'tooMany';
  if (code === 409) return 'repeated';
  return code === 400 || code === 413 ? 'unreadable' : 'away';
}

/** Says in `place` why nothing came; what can be tried again gets a button. @param {string} problem @param {HTMLElement} place @param {() => void} again */
function showProblem(problem, place, again) {
  const notice = make('div', 'problem', make('p', '', words[problem]));
  const isFinal = problem === 'repeated' || problem === 'unreadable';
  const retry = () => {
    notice.remove();
    box.focus();
    again();
  };
  if (!isFinal) notice.append(makeButton(words.retry, retry));
  place.append(notice);
  notice.scrollIntoView({ block: 'nearest' });
}

/** Waits for what comes unasked, such as a person's answer. The browser comes back by itself unless refused. */
function listen() {
  if (isListening) return;
  isListening = true;
  const address = new URL('events', files);
  address.search = new URLSearchParams({ conversation, after: lastEvent }).toString();
  const source = new EventSource(address);
  source.addEventListener('message', ({ data, lastEventId }) => {
    if (lastEventId === lastEvent) return;
    lastEvent = lastEventId;
    const { reply, quote } = JSON.parse(data);
    const about = sayings.get(quote);
    showReply(reply, about === undefined ? {} : { about });
  });
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED) return;
    isListening = false;
    setTimeout(listen, STREAM_REST);
  });
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = box.value.trim();
  box.focus();
  if (text === '') return;
  box.value = '';
  say({ text }, text);
});

box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (byId('form')).requestSubmit();
});

const opened = new URLSearchParams(location.search).get('id') ?? '';
document.documentElement.classList.toggle('framed', window.top !== window);
box.focus();
send({ text: `/start ${opened}`.trim() }, log);
