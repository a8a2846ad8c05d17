import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../../../../adapters/slack/app.ts';
import { createFetch } from '../../../../adapters/slack/fetch.ts';
import { slack } from '../../../../adapters/slack/index.ts';
import { createMembers, type IsMember } from '../../../../adapters/slack/room/members.ts';
import { recordingLogger } from '../../../support/recording-logger.ts';
import { IDENTITY } from '../../../support/slack-methods.ts';
import { type SlackServer, startSlackServer } from '../../../support/slack-server.ts';

let server: SlackServer;
let isMember: IsMember;
beforeEach(async () => {
  server = await startSlackServer();
  const settings = slack.settings.parse({
    SLACK_BOT_TOKEN: IDENTITY.botToken,
    SLACK_APP_TOKEN: IDENTITY.appToken,
    SLACK_API_URL: server.apiUrl,
  });
  isMember = createMembers(
    createApp(settings, recordingLogger(), createFetch(new AbortController().signal)).client,
    'CTEAM',
  );
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

it('knows the members of every page', async () => {
  server.world.members.add('UDIANA');
  for (const user of server.world.members) expect(await isMember(user)).toBe(true);
  expect(await isMember('UFUERA')).toBe(false);
  expect(server.calls).toEqual(Array(3).fill('conversations.members'));
});

it('asks once for all who ask at the same time, and again after a minute', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  expect(await Promise.all([isMember('UANA'), isMember('UBETO'), isMember('UFUERA')])).toEqual([
    true,
    true,
    false,
  ]);
  const asked = server.calls.length;
  server.world.members.delete('UANA');
  vi.advanceTimersByTime(59_000);
  expect(await isMember('UANA')).toBe(true);
  expect(server.calls).toHaveLength(asked);
  vi.advanceTimersByTime(2_000);
  expect(await isMember('UANA')).toBe(false);
});

it('rejects when Slack does not say, and asks again', async () => {
  server.refuse('conversations.members', 'missing_scope');
  await expect(isMember('UANA')).rejects.toThrow(/missing_scope/);
  expect(await isMember('UANA')).toBe(true);
});
