import { describe, expect, it } from 'vitest';
import { homeView } from '../../../adapters/slack/home.ts';
import { createPublish } from '../../../adapters/slack/publish.ts';
import { adapterTexts } from '../../../src/texts/index.ts';

type Client = Parameters<typeof createPublish>[0];

function start(time: { now: number; isDown?: boolean }) {
  const published: { user: string; query: string | undefined }[] = [];
  let query: string | undefined;
  const client = {
    views: {
      publish: async ({ user_id: user }: { user_id: string }) => {
        if (time.isDown === true) throw new Error('no');
        published.push({ user, query });
      },
    },
  } as unknown as Client;
  const draw = (asked?: string) => () => {
    query = asked;
    return homeView({ texts: adapterTexts('es'), language: 'es', commands: [], findings: [] });
  };
  const publish = createPublish(
    client,
    (call) => call(),
    new AbortController().signal,
    () => time.now,
  );
  return { published, publish, draw };
}

describe('publishing Homes', () => {
  it('draws an opened Home again only after half a minute', async () => {
    const time = { now: 0 };
    const { published, publish, draw } = start(time);
    await publish.opened('U1', draw());
    time.now = 29_999;
    await publish.opened('U1', draw());
    await publish.opened('U2', draw());
    expect(published.map(({ user }) => user)).toEqual(['U1', 'U2']);
    time.now = 30_000;
    await publish.opened('U1', draw());
    expect(published).toHaveLength(3);
  });

  it('draws an opened Home again at once after a failure', async () => {
    const time = { now: 0, isDown: true };
    const { published, publish, draw } = start(time);
    await expect(publish.opened('U1', draw())).rejects.toThrow('no');
    time.isDown = false;
    await publish.opened('U1', draw());
    expect(published).toHaveLength(1);
  });

  it('draws only the newest of those that wait', async () => {
    const { published, publish, draw } = start({ now: 0 });
    await publish.show('U1', draw('a'));
    const waiting = publish.show('U1', draw('b'));
    await Promise.all([publish.show('U1', draw('c')), publish.show('U1', draw('d')), waiting]);
    expect(published.map(({ query }) => query)).toEqual(['a', 'd']);
  });
});
