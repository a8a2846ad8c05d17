import { describe, expect, it } from 'vitest';
import { adapters } from '../../adapters/registry.ts';
import { createAssistant } from '../../src/assistant.ts';
import { preview } from '../../src/commands/preview.ts';
import { assembleFolder, parseSynonyms, readDocument } from '../../src/knowledge/index.ts';
import { writtenTo } from '../support/written-to.ts';

const PLAN = `---
title: III Plan de Acción
tipo: plan
plan: 3
---

## ¿Cuántos compromisos tuvo el III Plan?

El III Plan de Acción tuvo 26 compromisos \\<de> **Nariño** & Cali.

## ¿Cuánto presupuesto tuvo el III Plan?

El presupuesto del III Plan fue de 20 millones.
`;
const NOTE = '---\ntitle: Nota\n---\n\n## ¿Cuántas reuniones hubo?\n\nHubo 41 reuniones en Tunja.\n';

const folder = assembleFolder(
  [
    ['planes/iii.md', PLAN],
    ['nota.md', NOTE],
  ].map(([path = '', text = '']) =>
    readDocument(path, new TextEncoder().encode(text), { today: '2025-06-15', siteUrl: 'https://aga.co/' }),
  ),
  parseSynonyms('- [presupuesto, plata]', 'tesauro.yml'),
);

function shown(question: string, raw = false): string {
  const output = writtenTo();
  const assistant = createAssistant({ folder });
  preview({ folder, assistant, platforms: adapters, question, raw }, output.stream);
  return output.text();
}

describe('aga preview', () => {
  it('shows each platform, how sure the answer is, and why', () => {
    const text = shown('¿Cuántos compromisos tuvo el III Plan?');
    for (const title of ['Terminal', 'Telegram', 'Slack', 'Página web', 'Por qué'])
      expect(text).toContain(`── ${title} ──`);
    expect(text.split('tuvo 26 compromisos <de> Nariño & Cali').length - 1).toBe(4);
    expect(text).toMatch(/Confianza: 0\.\d\d/);
    expect(text).toContain('Pasaje: planes/iii.md#');
    expect(text).toMatch(/sí +compromisos/);
  });

  it('names the words that stand for those of the question, and those that are nowhere', () => {
    const text = shown('¿Cuánta plata tuvo el III Plan en Marte?');
    expect(text).toMatch(/sí +plata → presupuesto/);
    expect(text).toMatch(/no +Marte \(no está en ningún documento\)/);
  });

  it('names the runner-up of another document', () => {
    expect(shown('¿Cuántas reuniones y compromisos hubo en Tunja con el plan?')).toMatch(
      /Segundo: (planes\/iii|nota)\.md/,
    );
  });

  it('says when nothing was searched', () => {
    expect(shown('/planes')).toContain('No se buscó en los documentos');
  });

  it('gives with --raw what each platform is sent, as JSON alone', () => {
    const payloads = JSON.parse(shown('¿Cuántos compromisos tuvo el III Plan?', true));
    expect(Object.keys(payloads)).toEqual(['console', 'telegram', 'slack', 'web']);
    expect(payloads.telegram[0]).toMatchObject({
      parse_mode: 'HTML',
      text: expect.stringContaining('&lt;de&gt;'),
    });
    expect(payloads.telegram[0].text).toContain('href="https://aga.co/planes/iii/');
    expect(payloads.slack[0].blocks[0].type).toBe('rich_text');
    expect(payloads.console).toEqual([expect.stringContaining('<de>')]);
  });
});
