import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import { chatOver } from '../support/chat.ts';
import { folderOf } from '../support/knowledge-folder.ts';

describe('a long page', () => {
  const filler = 'Los vecinos barrieron la plaza y pintaron las bancas. '.repeat(16);
  const first = 'Los talleres de la feria del río fueron cinco.';
  const second = 'Hubo otros talleres después de la feria del río, en enero.';
  const page = (between: string) =>
    folderOf({ 'a.md': `---\ntitle: Crónica\n---\n\n${first} ${filler}\n\n${between}${second}\n` });

  it('is quoted twice where two passages of one section are as near', async () => {
    const { reply, status } = chatOver(await page('')).say('talleres de la feria del río');
    const text = plainText(reply);
    expect(status).toBe('answered');
    expect(text).toContain(first);
    expect(text).toContain(second);
  });

  it('is quoted once where they are of two sections', async () => {
    const { reply } = chatOver(await page('## Enero\n\n')).say('talleres de la feria del río');
    const text = plainText(reply);
    expect(text.includes(first) && text.includes(second)).toBe(false);
  });
});
