import { afterEach, describe, expect, it } from 'vitest';
import { roomTexts } from '../../../../src/texts/team.ts';
import { textReply } from '../../../support/adapter-contract.ts';
import { shownText } from '../../../support/slack-blocks.ts';
import { newTrigger } from '../../../support/slack-events.ts';
import { type RoomOptions, type RunningRoom, startRoom } from '../../../support/slack-room.ts';
import { ticketOf } from '../../../support/team-room.ts';

describe('when something fails in the room', () => {
  let room: RunningRoom;
  let id: string;
  afterEach(async () => {
    await room.stop();
    expect(JSON.stringify(room.logger.entries)).not.toMatch(/SECRETO|mesas|UANA/);
  });

  const failing = async (): Promise<never> => {
    throw new Error('a bug with the text SECRETO');
  };
  const never = () => new Promise<never>(() => {});
  const events = () => room.logger.entries.map(({ event }) => event);

  async function start(desk: RoomOptions['desk'] = {}): Promise<void> {
    room = await startRoom({ desk });
    id = await room.ask();
  }

  async function openAnswer(): Promise<void> {
    await room.press(id, 'Responder');
    await room.windowTitled('Responder');
  }

  it('says under the field that the desk failed, and keeps what was written', async () => {
    await start({ preview: failing });
    await openAnswer();
    await room.submit({ answer: 'Tres.' });
    expect(room.window().errors.answer).toMatch(/^Algo falló/);
    expect(room.logger.entries).toContainEqual({
      level: 'error',
      event: 'slack.room.desk.failed',
      fields: { error: 'Error' },
    });
  });

  it('goes back to what was written when the answer was not sent', async () => {
    await start({ send: failing });
    await openAnswer();
    await room.submit({ answer: 'Tres.' });
    await room.submit();
    expect(shownText(room.window().view.blocks)).toMatch(/^Algo falló/);
    room.server.world.screen.closeTop();
    expect(room.window().view.callback_id).toBe('room-answer');
  });

  it('shows the problem of an answer, and sends the next one', async () => {
    await start();
    await openAnswer();
    await room.submit({ answer: 'Llame a Ana al 300 123 4567' });
    await room.submit();
    expect(shownText(room.window().view.blocks)).toContain('El texto tiene datos personales');
    room.server.world.screen.closeTop();
    await room.submit({ answer: 'Tres.' });
    await room.submit();
    expect(await room.store.tickets.get(id)).toMatchObject({ status: 'answered', answer: 'Tres.' });
    expect(await room.store.outbox.waiting()).toBe(1);
  });

  it('shows the problem of a draft under its field', async () => {
    await start();
    const other = await room.ask('¿Quién paga las canoas?');
    for (const ticket of [id, other]) await room.desk.send(ticket, 'UANA', 'Tres.', ticket);
    await room.desk.save(other, { title: 'Mesas', text: 'Tres.' });
    await room.press(id, 'Guardar como conocimiento');
    await room.windowTitled('Guardar conocimiento');
    await room.submit({ title: 'Mesas' });
    expect(room.window().errors).toEqual({ text: roomTexts.fileExists('borradores/2026-11-24-mesas.md') });
    await room.submit({ title: ' ' });
    expect(room.window().errors.text).toMatch(/^Escriba un texto/);
  });

  it('shows the problem of a question that was closed meanwhile', async () => {
    await start();
    await room.press(id, 'Descartar');
    await room.windowTitled('Descartar la pregunta');
    await room.store.answers.discard(id, 'unknown', () => textReply('No.'));
    await room.submit({ reason: 'No es una pregunta' });
    expect(room.window().errors).toEqual({ reason: roomTexts.closed });
    await room.press(id, 'Tomar');
    await room.server.until(() => room.whispers().length === 1);
    expect(room.whispers()).toEqual([roomTexts.closed]);
  });

  it('does not take white space for an answer', async () => {
    await start();
    await openAnswer();
    await room.submit({ answer: ' \n ' });
    expect(room.window().errors.answer).toMatch(/^Escriba un texto/);
  });

  it('answers Slack in time when the desk does not', async () => {
    await start({ send: never });
    await openAnswer();
    await room.submit({ answer: 'Tres.' });
    await room.submit();
    expect(shownText(room.window().view.blocks)).toMatch(/^Está tardando/);
  });

  it('tells whoever takes a question that the desk failed', async () => {
    await start({ assign: failing });
    await room.press(id, 'Tomar');
    await room.server.until(() => room.whispers().length === 1);
    expect(room.whispers()[0]).toMatch(/^Algo falló/);
  });

  it.each(['expired_trigger_id', 'invalid_trigger_id'])(
    'says to press again when Slack opens no window: %s',
    async (code) => {
      await start();
      room.server.refuse('views.open', code);
      await room.press(id, 'Responder');
      await room.server.until(() => room.whispers().length === 1);
      expect(room.whispers()[0]).toMatch(/Presione el botón otra vez/);
      expect(room.logger.entries).toContainEqual({
        level: 'warn',
        event: 'slack.room.window.refused',
        fields: { error: code },
      });
    },
  );

  it('opens one window for a press that Slack delivers twice', async () => {
    await start();
    const trigger_id = newTrigger();
    await room.press(id, 'Responder', 'UANA', { trigger_id });
    await room.windowTitled('Responder');
    await room.press(id, 'Responder', 'UANA', { trigger_id });
    await room.server.until(() => room.server.refused.length === 1);
    expect(room.server.refused).toEqual([{ method: 'views.open', error: 'exchanged_trigger_id' }]);
    expect(room.server.world.screen.windows()).toHaveLength(1);
  });

  it('says nothing when the window was closed before it was filled in', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await start({
      ticket: async (ticket) => {
        await gate;
        return ticketOf(ticket);
      },
    });
    await room.press(id, 'Responder');
    await room.server.until(() => room.server.world.screen.windows().length === 1);
    expect(shownText(room.window().view.blocks)).toBe('Un momento, por favor.');
    room.server.world.screen.closeTop();
    open();
    await room.server.until(() => events().includes('slack.room.window.refused'));
    expect(room.whispers()).toEqual([]);
  });

  it('tells that a question is gone', async () => {
    await start({ ticket: async () => undefined });
    await room.press(id, 'Tomar');
    await room.server.until(() => room.whispers().length === 1);
    expect(room.whispers()[0]).toMatch(/^Esa pregunta ya no está/);
    await openAnswer();
    expect(shownText(room.window().view.blocks)).toMatch(/^Esa pregunta ya no está/);
  });

  it('tells that a button or a window names no question', async () => {
    await start();
    await room.press(id, 'Tomar', 'alguien');
    await room.server.until(() => room.whispers().length === 1);
    expect(room.whispers()[0]).toMatch(/^Esa pregunta ya no está/);
    await openAnswer();
    const body = room.submission({ answer: 'Tres.' });
    const view = { ...(body.view as object), private_metadata: '../../x' };
    await room.deliver({ ...body, view });
    expect(shownText(room.window().view.blocks)).toMatch(/^Esa pregunta ya no está/);
  });

  it('lets nobody act while it is not known who is in the room', async () => {
    await start();
    room.server.refuse('conversations.members', 'missing_scope');
    await room.press(id, 'Tomar');
    await room.server.until(() => room.whispers().length === 1);
    expect(room.whispers()[0]).toMatch(/^Algo falló/);
    expect(events()).toContain('slack.room.members.failed');
  });

  it('says that there is no desk, and takes the switch for a question', async () => {
    await start('none');
    await room.press(id, 'Tomar');
    await room.server.until(() => room.whispers().length === 1);
    expect(room.whispers()[0]).toMatch(/^En este momento no puedo/);
    await room.type('apagar telegram ya');
    await room.server.until(() => room.whispers().length === 2);
    expect(room.whispers()[1]).toBe('Respuesta común.');
  });
});
