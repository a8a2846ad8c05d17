import { afterEach, describe, expect, it } from 'vitest';
import { ticketOf } from '../../../support/memory-desk.ts';
import { buttonsOf, shownText } from '../../../support/slack-blocks.ts';
import { callback, mention } from '../../../support/slack-events.ts';
import { filledIn } from '../../../support/slack-forms.ts';
import { TEAM } from '../../../support/slack-member.ts';
import { type RunningRoom, startRoom } from '../../../support/slack-room.ts';

describe.each(['socket', 'http'] as const)('the team at work over %s', (mode) => {
  let room: RunningRoom;
  afterEach(async () => {
    await room.stop();
    expect(JSON.stringify(room.logger.entries)).not.toMatch(/mesas|cuatro|UANA|UBETO|UFUERA/);
  });

  const labels = (id: string) => buttonsOf(room.card(id).blocks).map(({ label }) => label);

  it('goes from a question to a person’s answer and to a draft', async () => {
    const first = ticketOf('t1', { askers: 3 });
    const second = ticketOf('t2', { question: 'hola' });
    room = await startRoom({ mode, tickets: [first, second] });
    await room.show(first);
    await room.show(second);
    expect(room.card('t1').shown).toContain('3 personas preguntaron esto.');
    expect(labels('t1')).toEqual(['Tomar', 'Reasignar', 'Responder', 'Descartar']);

    await room.press('t1', 'Tomar');
    await room.server.until(() => room.card('t1').shown.includes('@UANA'));
    expect(labels('t1')).toEqual(['Reasignar', 'Responder', 'Descartar']);

    await room.press('t1', 'Responder');
    await room.windowTitled('Responder');
    expect(shownText(room.window().view.blocks)).toContain('¿Cuántas mesas habrá en 2027?');
    await room.submit({ answer: 'Habrá *tres*.' });
    expect(room.window().view.title.text).toBe('Así se va a leer');
    expect(shownText(room.window().view.blocks)).toBe(
      'Esto van a leer las 3 personas que preguntaron:\nUna persona respondió: Habrá *tres*.\nBotones: [Avísame]',
    );
    expect(room.window().view).toMatchObject({ submit: { text: 'Enviar' }, close: { text: 'Editar' } });
    expect(room.desk.sent).toEqual([]);

    room.server.world.screen.closeTop();
    expect(room.window().view.title.text).toBe('Responder');
    await room.submit({ answer: 'Habrá cuatro & más.\n\nEn 2027: <100%>' });
    expect(room.desk.sent).toEqual([]);
    const twice = room.submission();
    await room.submit();
    await room.deliver(twice);
    const answer = { ticket: 't1', member: 'UANA', text: 'Habrá cuatro & más.\n\nEn 2027: <100%>' };
    expect(room.desk.sent).toEqual([answer]);
    expect(shownText(room.window().view.blocks)).toContain('va en camino a las 3 personas');
    room.server.world.screen.closeTop();
    expect(room.server.world.screen.windows()).toEqual([]);
    expect(labels('t1')).toEqual(['Responder otra vez', 'Guardar como conocimiento']);
    expect(room.card('t1').shown).toContain('Habrá cuatro & más.\n\nEn 2027: <100%>');

    await room.press('t1', 'Guardar como conocimiento');
    await room.windowTitled('Guardar conocimiento');
    expect(filledIn(room.window().view)).toEqual({ title: 'Cuántas mesas habrá en 2027', text: answer.text });
    await room.submit({ title: 'Mesas' });
    expect(shownText(room.window().view.blocks)).toContain('borradores/mesas.md');
    room.server.world.screen.closeTop();
    expect(room.card('t1').shown).toContain('borradores/mesas.md');
    expect(labels('t1')).toEqual(['Responder otra vez']);

    await room.press('t2', 'Reasignar');
    await room.windowTitled('Reasignar la pregunta');
    await room.submit({ assignee: 'UFUERA' });
    expect(room.window().errors).toEqual({ assignee: expect.stringContaining('no está en el canal') });
    await room.submit({ assignee: 'UBETO' });
    expect(room.server.world.screen.windows()).toEqual([]);
    expect(room.card('t2').shown).toContain('@UBETO');

    await room.press('t2', 'Descartar');
    await room.windowTitled('Descartar la pregunta');
    await room.submit({ reason: 'No es una pregunta' });
    expect(room.server.world.screen.windows()).toEqual([]);
    expect(room.card('t2').shown).toContain('Motivo: No es una pregunta.');
    expect(labels('t2')).toEqual([]);
    expect(room.server.refused).toEqual([]);
  });

  it('turns a platform off and on, in the room and with a reason', async () => {
    room = await startRoom({ mode });
    await room.type('apagar Telegram  mantenimiento de la red');
    await room.type('encender telegram');
    await room.server.until(() => room.whispers().length === 2);
    expect(room.whispers().toSorted()).toEqual([
      'telegram quedó apagada. Motivo: mantenimiento de la red',
      'telegram quedó encendida',
    ]);
    await room.type('apagar telegram');
    await room.server.until(() => room.whispers().length === 3);
    expect(room.whispers()[2]).toContain('Escriba también el motivo');
    await room.type(`apagar telegram ${'x'.repeat(301)}`);
    await room.type('apagar telegram ya', 'UFUERA');
    await room.server.until(() => room.whispers().length === 5);
    await room.type('apagar telegram ya', 'UANA', 'C1');
    await room.server.until(() => room.whispers().length === 6);
    expect(room.whispers()[5]).toBe('Respuesta común.');
    expect(room.desk.turns).toHaveLength(2);
  });

  it('refuses who is not in the room, and buttons elsewhere', async () => {
    room = await startRoom({ mode });
    await room.show(ticketOf('t1'));
    await room.press('t1', 'Tomar', 'UFUERA');
    await room.server.until(() => room.whispers().length === 1);
    expect(room.whispers()[0]).toContain('Solo quienes están en el canal del equipo');

    await room.press('t1', 'Descartar', 'UFUERA');
    await room.windowTitled('Descartar la pregunta');
    expect(shownText(room.window().view.blocks)).toContain('Solo quienes están en el canal del equipo');

    await room.press('t1', 'Responder');
    await room.windowTitled('Responder');
    await room.submit({ answer: 'No soy del equipo.' }, 'UFUERA');
    expect(room.window().errors.answer).toContain('Solo quienes están en el canal del equipo');
    await room.submit({ answer: 'Sí soy del equipo.' });
    await room.submit({}, 'UFUERA');
    expect(shownText(room.window().view.blocks)).toContain('Solo quienes están en el canal del equipo');

    const elsewhere = { container: { type: 'message', message_ts: '1700000000.000001', channel_id: 'C1' } };
    await room.press('t1', 'Tomar', 'UANA', elsewhere);
    await room.server.until(() => room.whispers().length === 2);
    expect(room.whispers()[1]).toContain('solo funciona en el canal del equipo');
    expect(room.desk.sent).toEqual([]);
    expect(await room.desk.ticket('t1')).toEqual(ticketOf('t1'));
  });

  it('keeps out of what people say below a card, and answers a question beside it', async () => {
    room = await startRoom({ mode });
    const card = await room.show(ticketOf('t1'));
    const [, ts] = card.split(':');
    await room.deliver(callback(mention('<@UBOT> ¿cuántas mesas?', { channel: TEAM, thread_ts: ts })));
    await room.deliver(callback(mention('<@UBOT> hola', { channel: TEAM })));
    await room.deliver(callback(mention('<@UBOT> hola', { channel: 'C1', thread_ts: ts })));
    await room.server.until(() => room.server.posted.length === 3);
    expect(room.server.posted.slice(1).map(({ shown }) => shown)).toEqual([
      'Respuesta común.',
      'Respuesta común.',
    ]);
    expect(room.server.posted.slice(1).map(({ thread }) => thread)).toContain(ts);
    expect(room.server.posted.filter(({ channel, thread }) => channel === TEAM && thread === ts)).toEqual([]);
  });
});
