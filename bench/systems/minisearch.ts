import MiniSearch from 'minisearch';
import { type Engine, HITS, rowsOf, type System } from './system.ts';

/** MiniSearch as it comes. */
export const miniSearch: System = {
  name: 'MiniSearch',
  isRaw: true,
  isSlow: false,
  build({ passages }) {
    const index = new MiniSearch({ fields: ['title', 'heading', 'text'] });
    index.addAll(rowsOf(passages));
    return engineOf(index);
  },
};

/** MiniSearch with the fields and search options of VitePress's local search. */
export const vitePress: System = {
  name: 'MiniSearch, como VitePress',
  isRaw: true,
  isSlow: false,
  build({ passages }) {
    const index = new MiniSearch({
      fields: ['title', 'titles', 'text'],
      searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
    });
    index.addAll(
      rowsOf(passages).map(({ id, text }) => {
        const { document, section } = passages[id] ?? {};
        const headings = [document?.title ?? '', ...(section?.trail ?? []), section?.heading ?? ''].filter(
          (heading) => heading !== '',
        );
        return { id, text, title: headings.at(-1) ?? '', titles: headings.slice(0, -1) };
      }),
    );
    return engineOf(index);
  },
};

function engineOf(index: MiniSearch): Engine {
  return {
    ask(text) {
      const results = index.search(text);
      const positions = results.slice(0, HITS).map(({ id }) => Number(id));
      return { positions, confidence: results[0]?.score ?? 0 };
    },
  };
}
