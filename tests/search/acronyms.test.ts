import { describe, expect, it } from 'vitest';
import { acronymGroups } from '../../src/search/acronyms.ts';
import { folderOf } from '../support/knowledge-folder.ts';

async function groupsIn(text: string): Promise<string[][]> {
  const folder = await folderOf({ 'a.md': `---\ntitle: Prueba\n---\n\n${text}\n` });
  return acronymGroups(folder.documents);
}

describe('acronymGroups', () => {
  it.each([
    [
      'Lo revisa el Mecanismo de Revisión Independiente (MRI) cada año.',
      ['MRI', 'Mecanismo de Revisión Independiente'],
    ],
    [
      'Lo pidió el DNP (Departamento Nacional de Planeación).',
      ['DNP', 'Departamento Nacional de Planeación'],
    ],
    [
      'Según la Comisión Económica para América Latina (CEPAL), sí.',
      ['CEPAL', 'Comisión Económica para América Latina'],
    ],
    ['The Independent Reporting Mechanism (IRM) says so.', ['IRM', 'Independent Reporting Mechanism']],
  ])('reads «%s»', async (text, group) => {
    expect(await groupsIn(text)).toEqual([group]);
  });

  it.each([
    'La reunión de la mañana (SIGEP) fue larga.',
    'El plan de Boyacá (III) y la nota (2017).',
    'Una palabra (XY).',
    'Lo dijo ella (la secretaria de la mesa).',
  ])('finds none in «%s»', async (text) => {
    expect(await groupsIn(text)).toEqual([]);
  });

  it('finds those of headings and titles, each once', async () => {
    const folder = await folderOf({
      'a.md':
        '# Junta de Agua Potable (JAP)\n\n## Junta de Agua Potable (JAP)\n\nLa junta de agua potable (JAP) vigila.\n',
    });
    expect(acronymGroups(folder.documents)).toEqual([['JAP', 'Junta de Agua Potable']]);
  });
});
