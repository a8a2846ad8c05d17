import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../adapters/console/render.ts';
import { type Block, list, paragraph, quote, type Reply, say } from '../../../src/messaging/index.ts';
import { adapterTexts } from '../../../src/texts/index.ts';

const texts = adapterTexts('es').console;
const PIPE = { width: Number.POSITIVE_INFINITY, colour: false };

function reply(blocks: readonly Block[], labels: readonly string[] = []): Reply {
  const suggestions = labels.map((label, index) => ({ id: `s${index}`, label }));
  return say('es', blocks, suggestions);
}

describe('renderReply', () => {
  it('sets blocks apart by a blank line and numbers the suggestions', () => {
    const shown = renderReply(
      reply([paragraph('Hay dos:'), list(['uno', 'dos']), quote('cita')], ['Ver más', 'Ayuda']),
      texts,
      PIPE,
    );
    expect(shown).toBe(`Hay dos:\n\n- uno\n- dos\n\n«cita»\n\n${texts.suggestions}\n1) Ver más\n2) Ayuda`);
  });

  it('hangs the lines of a list item below its text', () => {
    expect(
      renderReply(reply([list(['un ítem que no cabe'], true)]), texts, { width: 12, colour: false }),
    ).toBe('1. un ítem\n   que no\n   cabe');
  });

  it('shows the address of a link, once', () => {
    const link = (text: string, url: string): Block => paragraph({ kind: 'link', text, url });
    const url = 'https://example.org/a';
    expect(renderReply(reply([link('Informe', url), link(url, url)]), texts, PIPE)).toBe(
      `Informe (${url})\n\n${url}`,
    );
  });

  it('uses bold only where the screen has it', () => {
    const strong = reply([paragraph({ kind: 'strong', text: '26 de 30' })]);
    expect(renderReply(strong, texts, { width: 80, colour: true })).toBe('\u001b[1m26 de 30\u001b[22m');
    expect(renderReply(strong, texts, PIPE)).toBe('26 de 30');
  });

  it('lets no text of a reply command the terminal', () => {
    const evil = fc.string({ unit: 'binary' }).map((text) => `\u001b[2J${text}\u009b31m\u0007`);
    fc.assert(
      fc.property(evil, (text) => {
        const inline = [
          { kind: 'text' as const, text },
          { kind: 'strong' as const, text },
          { kind: 'link' as const, text, url: text },
        ];
        const blocks: Block[] = [paragraph(...inline), list([inline], true), quote(...inline)];
        expect(renderReply(reply(blocks, [text]), texts, PIPE)).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
    );
  });
});
