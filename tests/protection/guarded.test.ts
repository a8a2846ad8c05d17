import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/messaging/index.ts';
import { guarded } from '../../src/protection/guarded.ts';
import { messageOf } from '../support/questions.ts';

function said(text: string): string | undefined {
  const reply = guarded(messageOf(text))?.reply;
  return reply === undefined ? undefined : plainText(reply);
}

describe('guarded', () => {
  it.each([
    ['mi cédula es 1.020.345.678, ¿qué plan me toca?', /cédula/, '1.020.345.678'],
    ['llámeme al 300 123 4567', /celular/, '4567'],
    ['llámeme al 300\u00A0123\u00A04567', /celular/, '4567'],
    ['llámeme al 300\u2011123\u20114567', /celular/, '4567'],
    ['llámeme al \u202A300 123 4567\u202C', /celular/, '4567'],
    ['mi correo es maria.perez@gmail.com', /correo electrónico/, 'maria'],
    ['vivo en la Calle 26 # 13-19', /dirección/, '13-19'],
    ['el NIT es 900.123.456-7', /NIT/, '900'],
    ['mi hija laura de 10 años quiere saber del plan', /niña/, 'laura'],
  ])('refuses «%s», names the kind and does not repeat it', (text, kind, datum) => {
    expect(guarded(messageOf(text))?.reason).toBe('personal-data');
    expect(said(text)).toMatch(kind);
    expect(said(text)).not.toContain(datum);
  });

  it.each([
    '¿Qué dice la Ley 1712 de 2014?',
    '¿Qué es el CONPES 4070 de 2021?',
    '¿Cuántos compromisos tiene el V Plan de Acción 2024-2026?',
    '¿Puedo escribir a servicioalciudadano@gobiernodigital.gov.co?',
    '¿Atienden en la línea gratuita 01 8000 910 742?',
    '¿Costó 1.200.000 pesos?',
    'hola',
  ])('lets «%s» pass', (text) => {
    expect(guarded(messageOf(text))).toBeUndefined();
  });

  it('names each kind once', () => {
    const text = said('soy 300 123 4567 o 310 123 4567, cédula 79123456, correo ana@gmail.com');
    expect(text?.match(/celular/g)).toHaveLength(1);
    expect(text).toMatch(/cédula/);
    expect(text).toMatch(/correo/);
  });

  it('gives the emergency line, since the data may be a call for help', () => {
    expect(said('auxilio, me están pegando, vivo en la Calle 26 # 13-19')).toContain('123');
  });

  it('looks at what follows a command, and answers in its language', () => {
    const args = 'my phone is 300 123 4567 and I want to know about the plan';
    const refusal = guarded(messageOf({ kind: 'command', name: 'search', args }));
    expect(refusal?.reply?.language).toBe('en');
    expect(guarded(messageOf({ kind: 'choice', id: 'plan:3001234567' }))).toBeUndefined();
  });
});
