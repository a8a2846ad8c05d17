import { afterEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/messaging/index.ts';
import { roomTexts, teamTexts } from '../../../../src/texts/team.ts';
import { buttonsOf, shownText } from '../../../support/slack-blocks.ts';
import { callback, mention } from '../../../support/slack-events.ts';
import { filledIn } from '../../../support/slack-forms.ts';
import { TEAM } from '../../../support/slack-member.ts';
import { type RunningRoom, startRoom } from '../../../support/slack-room.ts';
import { ticketOf } from '../../../support/team-room.ts';

describe.each(['socket', 'http'] as const)('the team at work over %s', (mode) => {
  let room: RunningRoom;
  afterEach(async () => {
    await room.stop();
    expect(JSON.stringify(room.logger.entries)).not.toMatch(/mesas|cuatro|UANA|UBETO|UFUERA/);
  });

  const labels = (id: string) => buttonsOf(room.card(id).blocks).map(({ label }) => label);

  it('goes from a question to a person’s answer and to a draft', async () => {
    room = await startRoom({ mode });
    const first = await room.ask(ticketOf('').question, 3);
    const second = await room.ask('hola');
    expect(room.card(first).shown).toContain('3 personas preguntaron esto.');
    expect(labels(first)).toEqual(['Tomar', 'Reasignar', 'Responder', 'Descartar']);

    await room.press(first, 'Tomar');
    await room.server.until(() => room.card(first).shown.includes('@UANA'));
    expect(labels(first)).toEqual(['Reasignar', 'Responder', 'Descartar']);

    await room.press(first, 'Responder');
    await room.windowTitled('Responder');
    expect(shownText(room.window().view.blocks)).toContain('¿Cuántas mesas habrá en 2027?');
    await room.submit({ answer: 'Habrá *tres*.' });
    expect(room.window().view.title.text).toBe('Así se va a leer');
    const preview = shownText(room.window().view.blocks);
    expect(preview).toMatch(/^Esto van a leer las 3 personas que preguntaron:\n/);
    expect(preview).toContain(`Habrá *tres*.\n${teamTexts.es.byPerson}`);
    expect(preview).toContain(`Botones: [${teamTexts.es.notify}]`);
    expect(room.window().view).toMatchObject({ submit: { text: 'Enviar' }, close: { text: 'Editar' } });
    expect(await room.store.outbox.waiting()).toBe(0);

    room.server.world.screen.closeTop();
    expect(room.window().view.title.text).toBe('Responder');
    await room.submit({ answer: 'Habrá cuatro & más.\n\nEn 2027: <100%>' });
    expect(await room.store.outbox.waiting()).toBe(0);
    const twice = room.submission();
    await room.submit();
    await room.deliver(twice);
    const sent = await room.store.outbox.claim(10, ['pigeon']);
    expect(sent.map(({ to }) => to.id).toSorted()).toEqual(['c1', 'c2', 'c3']);
    for (const { reply } of sent)
      expect(plainText(reply)).toContain('Habrá cuatro & más.\n\nEn 2027: <100%>');
    expect(shownText(room.window().view.blocks)).toContain('va en camino a las 3 personas');
    room.server.world.screen.closeTop();
    expect(room.server.world.screen.windows()).toEqual([]);
    expect(labels(first)).toEqual(['Responder otra vez', 'Guardar como conocimiento']);
    expect(room.card(first).shown).toContain('Habrá cuatro & más.\n\nEn 2027: <100%>');

    await room.press(first, 'Guardar como conocimiento');
    await room.windowTitled('Guardar conocimiento');
    expect(filledIn(room.window().view)).toEqual({
      title: 'Cuántas mesas habrá en 2027',
      text: 'Habrá cuatro & más.\n\nEn 2027: <100%>',
    });
    await room.submit({ title: 'Mesas' });
    expect(shownText(room.window().view.blocks)).toContain('borradores/2026-11-24-mesas.md');
    room.server.world.screen.closeTop();
    expect(room.card(first).shown).toContain('borradores/2026-11-24-mesas.md');
    expect(labels(first)).toEqual(['Responder otra vez']);

    await room.press(second, 'Reasignar');
    await room.windowTitled('Reasignar la pregunta');
    await room.submit({ assignee: 'UFUERA' });
    expect(room.window().errors).toEqual({ assignee: expect.stringContaining('no está en el canal') });
    await room.submit({ assignee: 'UBETO' });
    expect(room.server.world.screen.windows()).toEqual([]);
    expect(room.card(second).shown).toContain('@UBETO');

    await room.press(second, 'Descartar');
    await room.windowTitled('Descartar la pregunta');
    await room.submit({ reason: 'No es una pregunta' });
    expect(room.server.world.screen.windows()).toEqual([]);
    expect(room.card(second).shown).toContain('Motivo: No es una pregunta.');
    expect(labels(second)).toEqual([]);
    expect(room.server.refused).toEqual([]);
  });

  it('turns a platform off and on, in the room and with a reason', async () => {
    room = await startRoom({ mode });
    await room.type('apagar Telegram  mantenimiento de la red');
    await room.server.until(() => room.whispers().length === 1);
    expect(await room.store.switches.isOff('telegram')).toBe(true);
    await room.type('encender telegram');
    await room.server.until(() => room.whispers().length === 2);
    expect(room.whispers()).toEqual([
      roomTexts.turnedOff('telegram', 'mantenimiento de la red'),
      roomTexts.turnedOn('telegram'),
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
    expect(await room.store.switches.isOff('telegram')).toBe(false);
  });

  it('refuses who is not in the room, and buttons elsewhere', async () => {
    room = await startRoom({ mode });
    const id = await room.ask();
    await room.press(id, 'Tomar', 'UFUERA');
    await room.server.until(() => room.whispers().length === 1);
    expect(room.whispers()[0]).toContain('Solo quienes están en el canal del equipo');

    await room.press(id, 'Descartar', 'UFUERA');
    await room.windowTitled('Descartar la pregunta');
    expect(shownText(room.window().view.blocks)).toContain('Solo quienes están en el canal del equipo');

    await room.press(id, 'Responder');
    await room.windowTitled('Responder');
    await room.submit({ answer: 'No soy del equipo.' }, 'UFUERA');
    expect(room.window().errors.answer).toContain('Solo quienes están en el canal del equipo');
    await room.submit({ answer: 'Sí soy del equipo.' });
    await room.submit({}, 'UFUERA');
    expect(shownText(room.window().view.blocks)).toContain('Solo quienes están en el canal del equipo');

    const elsewhere = { container: { type: 'message', message_ts: '1700000000.000001', channel_id: 'C1' } };
    await room.press(id, 'Tomar', 'UANA', elsewhere);
    await room.server.until(() => room.whispers().length === 2);
    expect(room.whispers()[1]).toContain('solo funciona en el canal del equipo');
    expect(await room.store.outbox.waiting()).toBe(0);
    expect(await room.store.tickets.get(id)).toMatchObject({ status: 'open', count: 1 });
  });

  it('takes a question off its card when the only person who asked erases it', async () => {
    room = await startRoom({ mode });
    const id = await room.ask();
    expect(room.card(id).shown).toContain(ticketOf('').question);
    const person = { platform: 'pigeon', author: 'p1', conversation: 'c1' };
    for (const ticket of await room.store.privacy.erase(person, true)) await room.desk.show(ticket);
    expect(room.card(id).shown).not.toContain(ticketOf('').question);
    expect(labels(id)).toEqual([]);
  });

  it('keeps out of what people say below a card, and answers a question beside it', async () => {
    room = await startRoom({ mode });
    const id = await room.ask();
    const ts = (await room.store.tickets.get(id))?.card?.split(':')[1];
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
