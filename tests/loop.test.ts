import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openKnowledge } from '../src/open-knowledge.ts';
import { reportTexts } from '../src/texts/report.ts';
import { teamTexts } from '../src/texts/team.ts';
import { startAssistant, temporaryFolder } from './support/assistant-process.ts';
import { describeOnEachEngine } from './support/engines.ts';
import { createPlatforms, happened, messagesIn, SOCKET, stop } from './support/platforms.ts';
import { buttonsOf, shownText } from './support/slack-blocks.ts';
import { callback, mention } from './support/slack-events.ts';
import { memberAt, TEAM } from './support/slack-member.ts';
import { createCitizen } from './support/telegram-citizen.ts';

const DOCUMENT = '---\ntitle: El río\ndate: 2026-01-02\n---\n\n## ¿Qué es el río?\n\nEl río es de todos.\n';
const QUESTION = '¿Cuántas canoas azules tiene la ribera?';
const ANSWER = 'La ribera tiene doce canoas azules.\n\nLas cuidan las juntas <de> *barrio*.';

describeOnEachEngine('from a question nobody can answer to one that the assistant does', ({ place }) => {
  it('goes through the team, a draft and its publication', async () => {
    const here = await place();
    const store = 'file' in here ? { DATABASE_FILE: here.file } : { DATABASE_URL: here.databaseUrl };
    const folder = temporaryFolder();
    const knowledge = join(folder.path, 'conocimiento');
    mkdirSync(knowledge);
    writeFileSync(join(knowledge, 'rio.md'), DOCUMENT);
    const platforms = createPlatforms();
    const [telegram, slack] = await Promise.all([platforms.telegram(), platforms.slack()]);
    const running = startAssistant(folder.path, {
      ...telegram.env,
      ...slack.env,
      ...SOCKET,
      ...store,
      SLACK_TEAM_CHANNEL: TEAM,
      KNOWLEDGE_DIR: knowledge,
      LOG_LEVEL: 'info',
    });
    await Promise.all([happened(running, 'telegram.started'), happened(running, 'slack.connected')]);
    const ana = createCitizen(telegram.server, 700_000_001);
    const luz = createCitizen(telegram.server, 700_000_002);
    const member = memberAt(slack.server, slack.server.push);
    const inRoom = () =>
      slack.server.posted.filter(
        ({ channel, shown }) => channel === TEAM && !shown.startsWith(reportTexts.digestTitle),
      );
    const cardOf = (words: string) => slack.server.posted.findLast(({ shown }) => shown.includes(words));

    // Declined; the notice comes before anything is sent; the card tells nothing of who asked.
    await ana.says(QUESTION);
    await ana.presses('Preguntar al equipo');
    expect(ana.lastRead()).toContain(QUESTION);
    expect(inRoom()).toEqual([]);
    await ana.presses('Sí, enviar mi pregunta');
    await ana.presses('Avísame cuando se publique');
    await slack.server.until(() => cardOf(QUESTION) !== undefined);
    await luz.says('cuantas canoas azules tiene la rivera');
    await luz.presses('Preguntar al equipo');
    await luz.presses('Sí, enviar mi pregunta');
    await slack.server.until(() => cardOf('2 personas preguntaron esto') !== undefined);
    expect(JSON.stringify(slack.server.posted)).not.toMatch(/700000001|Ana\b/);
    const ticket = ticketIn(inRoom()[0]?.fields.metadata);

    // What the team says in the thread stays inside.
    const thread = String(inRoom()[0]?.ts);
    const heard = telegram.server.sent.length;
    await slack.server.push(
      callback(mention('<@UBOT> ¿alguien sabe?', { channel: TEAM, thread_ts: thread })),
    );
    await member.press(ticket, 'Responder');
    await member.windowTitled('Responder');
    await member.submit({ answer: ANSWER });
    expect(shownText(member.window().view.blocks)).toContain('La ribera tiene doce canoas azules.');
    expect(telegram.server.sent).toHaveLength(heard);

    // «Enviar»: both get it below their own message, in the words of the member.
    await member.submit();
    await telegram.server.until(() => telegram.server.sent.length === heard + 2);
    for (const citizen of [ana, luz]) {
      expect(citizen.lastRead()).toContain('Las cuidan las juntas <de> *barrio*.');
      expect(citizen.lastRead()).toContain(teamTexts.es.byPerson);
      expect(citizen.lastQuoted()).toBe(citizen.askedBy());
    }

    // A person attends: what Ana writes goes to the thread and not to the search.
    await ana.says('¿y las rojas?');
    expect(ana.lastRead()).toContain(teamTexts.es.forwarded);
    await slack.server.until(() => inRoom().some(({ shown }) => shown.includes('¿y las rojas?')));
    expect(inRoom().find(({ shown }) => shown.includes('¿y las rojas?'))?.thread).toBe(thread);
    await ana.presses('Terminar con el equipo');

    // The draft stands on disk, passes the check and is not served.
    slack.server.world.screen.closeTop();
    await member.press(ticket, 'Guardar como conocimiento');
    await member.windowTitled('Guardar conocimiento');
    await member.submit({ title: '¿Cuántas canoas azules tiene la ribera?' });
    await slack.server.until(() => readdirSync(knowledge).includes('borradores'));
    const [name = ''] = readdirSync(join(knowledge, 'borradores'));
    const draft = join(knowledge, 'borradores', name);
    const checked = await openKnowledge(knowledge, { now: new Date() });
    expect(checked.problems).toEqual([]);
    expect(checked.skipped.map(({ path }) => path)).toEqual([`borradores/${name}`]);

    // Published: who pressed «Avísame» is told once, and the next person is answered by the assistant.
    const before = telegram.server.sent.length;
    cpSync(draft, join(knowledge, 'canoas.md'));
    writeFileSync(join(knowledge, 'canoas.md'), readFileSync(draft, 'utf8').replace(/^draft: true.*\n/m, ''));
    await telegram.server.until(() => ana.lastRead().includes(teamTexts.es.published), 20_000);
    expect(telegram.server.sent).toHaveLength(before + 1);
    const eva = createCitizen(telegram.server, 700_000_003);
    await eva.says('cuantas canoas azules hay en la ribera');
    expect(eva.lastRead()).toContain('doce canoas azules');
    expect(telegram.server.sent.filter(({ text }) => text.includes(teamTexts.es.published))).toHaveLength(1);

    expect(buttonsOf(cardOf(QUESTION)?.blocks ?? []).length).toBeGreaterThan(0);
    expect(await stop(running)).toBe(0);
    expect(messagesIn(running.log()).length).toBeGreaterThan(8);
    for (const words of [QUESTION, '700000001', 'rojas', 'barrio'])
      expect(running.log()).not.toContain(words);
    await platforms.close();
    folder.remove();
  });
});

function ticketIn(metadata: unknown): string {
  const [, id = ''] =
    /"ticket":"([\w-]+)"/.exec(typeof metadata === 'string' ? metadata : JSON.stringify(metadata)) ?? [];
  return id;
}
