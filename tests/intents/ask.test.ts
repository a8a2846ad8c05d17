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

  it('is quoted twice though a passage of another page comes between', async () => {
    const folder = await folderOf({
      'a.md': `---\ntitle: Crónica\n---\n\n## Mayo\n\n${first}\n\n## Enero\n\n${second}\n`,
      'b.md': '---\ntitle: Diario\n---\n\nLos talleres de la feria fueron aparte del río.\n',
    });
    const { reply, candidates } = chatOver(folder).say('talleres de la feria del río');
    expect(candidates?.[1]?.passage.document.path).toBe('b.md');
    expect(plainText(reply)).toContain(first);
    expect(plainText(reply)).toContain(second);
  });

  it('is quoted under its other heading where they are of two sections', async () => {
    const folder = await folderOf({
      'a.md': `---\ntitle: Crónica\n---\n\n## Mayo\n\n${first}\n\n## Enero\n\n${second}\n`,
    });
    const { reply } = chatOver(folder).say('talleres de la feria del río');
    const lines = plainText(reply).split(/\n+/).slice(0, 3);
    expect([
      [first, 'Enero', second],
      [second, 'Mayo', first],
    ]).toContainEqual(lines);
  });
});
