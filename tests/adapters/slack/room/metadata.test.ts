import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_METADATA, readMetadata, writeMetadata } from '../../../../adapters/slack/room/metadata.ts';
import { LONGEST_ANSWER } from '../../../../adapters/slack/room/windows.ts';

describe('what a window carries', () => {
  it('comes back as it went, whatever Slack escapes or trims', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('a & b', '<@U1>', '100% %41 %', ' dos  espacios ', 'línea\n\r\n\tdos\u2028', '🙂'),
    );
    const ticket = fc.stringMatching(/^[\w-]{1,64}$/);
    fc.assert(
      fc.property(ticket, text, (id, words) => {
        const metadata = writeMetadata({ ticket: id, text: words });
        expect(metadata).not.toMatch(/[&<>\n\t]/);
        expect(readMetadata(metadata)).toEqual({ ticket: id, text: words });
      }),
    );
  });

  it('has room for the longest answer in plain words', () => {
    const metadata = writeMetadata({ ticket: 'x'.repeat(64), text: 'ñ'.repeat(LONGEST_ANSWER) });
    expect(metadata.length).toBeLessThanOrEqual(LONGEST_METADATA);
  });

  it('is a ticket alone before there is a text', () => {
    expect(readMetadata('t1')).toEqual({ ticket: 't1', text: '' });
  });

  it.each(['', ' ', 'a/b hola', '../x', `${'x'.repeat(65)} hola`, 't1 %zz', '{"ticket":"t1"}'])(
    'is nothing when it was not written here: %s',
    (metadata) => {
      expect(readMetadata(metadata)).toBeUndefined();
    },
  );
});
