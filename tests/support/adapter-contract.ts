import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type Handle,
  type IncomingMessage,
  list,
  paragraph,
  quote,
  type Reply,
  say,
} from '../../src/messaging/index.ts';

/** One person in a direct conversation with an adapter that runs. */
interface AdapterSession {
  /** What the adapter's `run` returned. */
  readonly finished: Promise<void>;
  /** The person writes `text`. Resolves when the event is delivered; the reply may come later. */
  sendText(text: string): Promise<void>;
  /** The person picks the suggestion that was shown with this label. Rejects if none was shown. */
  choose(label: string): Promise<void>;
  /** The person sends something that holds no text, such as a photo. Needed unless the harness is `textOnly`. */
  sendUnsupported?(): Promise<void>;
  /**
   * All that the person has been shown so far, in order, as it is read on the screen: markup resolved,
   * entities decoded, the labels of the buttons included.
   */
  receivedText(): string;
  /** Frees what the harness opened (a fake server). The adapter has been stopped before. */
  close?(): Promise<void>;
}

/** How the contract drives one adapter. */
export interface AdapterHarness {
  /** True for a platform that cannot carry anything but text. */
  readonly textOnly?: boolean;
  /**
   * Creates the adapter with `handle` and calls its `run(signal)`. With a signal that is not aborted it
   * resolves when the adapter can receive; otherwise as soon as `run` has been called.
   */
  start(handle: Handle, signal: AbortSignal): Promise<AdapterSession>;
}

/** Longest that a step may take, in milliseconds. */
const PATIENCE = 5_000;

/** A reply of one paragraph with these words, without suggestions. */
export function textReply(text: string): Reply {
  return say('es', [text]);
}

/**
 * What every adapter promises, whatever its platform. An adapter's test calls it once:
 *
 * ```ts
 * describeAdapterContract('console', { start: async (handle, signal) => … });
 * ```
 *
 * The harness plays the platform with the adapter's real code and SDK; `receivedText` is compared with white
 * space folded, so a renderer may wrap lines and split a long reply.
 */
export function describeAdapterContract(name: string, harness: AdapterHarness): void {
  describe(`adapter contract: ${name}`, () => {
    const started: { session: AdapterSession; controller: AbortController }[] = [];

    async function start(handle: Handle): Promise<{ session: AdapterSession; stop(): Promise<void> }> {
      const controller = new AbortController();
      const session = await harness.start(handle, controller.signal);
      started.push({ session, controller });
      return {
        session,
        stop: async () => {
          controller.abort();
          await within(session.finished, 'run did not settle after the abort');
        },
      };
    }

    afterEach(async () => {
      for (const { session, controller } of started.splice(0)) {
        controller.abort();
        await within(session.finished, 'run did not settle after the abort');
        await session.close?.();
      }
    });

    it('settles at once when the signal is already aborted', async () => {
      const handle = vi.fn<Handle>(async () => textReply('nadie debería leer esto'));
      const session = await harness.start(handle, AbortSignal.abort());
      await within(session.finished, 'run did not settle with an aborted signal');
      expect(handle).not.toHaveBeenCalled();
      await session.close?.();
    });

    it('hands over a text as written and shows exactly one reply', async () => {
      const seen: IncomingMessage[] = [];
      const { session, stop } = await start(async (message) => {
        if (message.input.kind === 'text') seen.push(message);
        return textReply(message.input.kind === 'text' ? 'Respuesta única n.º 77.' : 'Hola.');
      });
      await session.sendText('¿Qué es el III Plan?');
      await shown(session, 'Respuesta única n.º 77.');
      await stop();
      expect(seen.map((message) => message.input)).toEqual([{ kind: 'text', text: '¿Qué es el III Plan?' }]);
      expect(seen[0]?.conversation.kind).toBe('direct');
      expect(folded(session.receivedText()).split('Respuesta única n.º 77.')).toHaveLength(2);
    });

    it('gives two messages two ids in one conversation', async () => {
      const seen: IncomingMessage[] = [];
      const { session } = await start(async (message) => {
        if (message.input.kind !== 'text') return textReply('Hola.');
        seen.push(message);
        return textReply(`Respuesta ${seen.length}.`);
      });
      await session.sendText('uno');
      await shown(session, 'Respuesta 1.');
      await session.sendText('dos');
      await shown(session, 'Respuesta 2.');
      expect(new Set(seen.map((message) => message.id)).size).toBe(2);
      expect(new Set(seen.map((message) => message.conversation.id)).size).toBe(1);
    });

    it('shows every text of a reply, in order', async () => {
      const { session } = await start(replyToTextWith(FULL_REPLY));
      await session.sendText('hola');
      await shown(session, 'palabra de la cita');
      const text = folded(session.receivedText());
      const places = LEAVES.map((leaf) => text.indexOf(leaf));
      expect(places.filter((place) => place < 0)).toEqual([]);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });

    it('shows a very long reply whole', async () => {
      const words = Array.from({ length: 1_500 }, (_, index) => `palabra${index}`);
      const { session } = await start(replyToTextWith(textReply(`${words.join(' ')}.`)));
      await session.sendText('hola');
      await shown(session, 'palabra1499.');
      const received = folded(session.receivedText());
      expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(received))).toEqual([]);
    });

    it.each(MARKUP)('shows markup as typed: %s', async (markup) => {
      const { session } = await start(replyToTextWith(textReply(`Antes ${markup} después`)));
      await session.sendText('hola');
      await shown(session, `Antes ${markup} después`);
    });

    it('shows the suggestions and hands over the one that is chosen', async () => {
      const choices: string[] = [];
      const { session } = await start(async ({ input }) => {
        if (input.kind === 'choice') choices.push(input.id);
        return input.kind === 'choice' ? textReply('Elegida.') : SUGGESTING_REPLY;
      });
      await session.sendText('hola');
      for (const { label } of SUGGESTING_REPLY.suggestions) await shown(session, label);
      await session.choose('¿Qué es <el> plan?');
      await shown(session, 'Elegida.');
      expect(choices).toEqual(['doc:planes/iii-plan.md#qué']);
    });

    if (harness.textOnly !== true) {
      it('hands over what it cannot read as unsupported', async () => {
        const kinds: string[] = [];
        const { session } = await start(async ({ input }) => {
          kinds.push(input.kind);
          return textReply('Solo leo texto.');
        });
        expect(session.sendUnsupported).toBeTypeOf('function');
        await session.sendUnsupported?.();
        await shown(session, 'Solo leo texto.');
        expect(kinds).toEqual(['unsupported']);
      });
    }

    it('finishes the reply under way when the signal aborts', async () => {
      let open: () => void = () => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const reached = vi.fn();
      const { session, stop } = await start(async ({ input }) => {
        if (input.kind !== 'text') return textReply('Hola.');
        reached();
        await gate;
        return textReply('Respuesta terminada.');
      });
      await session.sendText('hola');
      await vi.waitFor(() => expect(reached).toHaveBeenCalled(), { timeout: PATIENCE, interval: 5 });
      const stopped = stop();
      open();
      await stopped;
      await shown(session, 'Respuesta terminada.');
    });

    it('goes on after a handle that rejects', async () => {
      const { session } = await start(async ({ input }) => {
        if (input.kind === 'text' && input.text === 'falla') throw new Error('a bug of the core');
        return textReply(input.kind === 'text' ? 'Sigo aquí.' : 'Hola.');
      });
      await session.sendText('falla');
      await session.sendText('sigue');
      await shown(session, 'Sigo aquí.');
    });
  });
}

const FULL_REPLY: Reply = {
  ...say('es', [
    paragraph(
      'Primera parte, ',
      { kind: 'strong', text: 'segunda en negrilla' },
      ' y ',
      { kind: 'link', text: 'tercera con enlace', url: 'https://example.org/a?b=1&c=2' },
      '.',
    ),
    list(
      [
        'ítem ordenado A',
        [
          { kind: 'text', text: 'ítem ordenado B con ' },
          { kind: 'strong', text: 'fuerza' },
        ],
      ],
      true,
    ),
    list(['ítem suelto']),
    quote('palabra de la cita'),
  ]),
  sources: [{ path: 'planes/iii-plan.md', title: 'III Plan' }],
};

const LEAVES = [
  'Primera parte,',
  'segunda en negrilla',
  'tercera con enlace',
  'ítem ordenado A',
  'ítem ordenado B con',
  'fuerza',
  'ítem suelto',
  'palabra de la cita',
];

const SUGGESTING_REPLY: Reply = {
  ...textReply('Puede preguntar:'),
  suggestions: [
    { id: 'ayuda', label: 'Ver la ayuda' },
    { id: 'doc:planes/iii-plan.md#qué', label: '¿Qué es <el> plan?' },
  ],
};

const MARKUP = [
  '<b>no</b> &amp; <script>',
  '*uno* _dos_ ~tres~ `cuatro`',
  '<!channel> <@U123> <https://example.org|x>',
  '[texto](https://example.org) :smile:',
];

function replyToTextWith(reply: Reply): Handle {
  return async ({ input }) => (input.kind === 'text' ? reply : textReply('Hola.'));
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

async function shown(session: AdapterSession, text: string): Promise<void> {
  await vi.waitFor(() => expect(folded(session.receivedText())).toContain(text), {
    timeout: PATIENCE,
    interval: 5,
  });
}

async function within(promise: Promise<void>, failure: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((_, reject) => {
    timer = setTimeout(() => reject(new Error(failure)), PATIENCE);
  });
  try {
    await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
