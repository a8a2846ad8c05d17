import { Index } from 'flexsearch';
import { HITS, rowsOf, type System } from './system.ts';

/** FlexSearch with `suggest`, without which a question must have all its words in the passage. */
export const flexSearch: System = {
  name: 'FlexSearch (suggest)',
  isRaw: true,
  isSlow: false,
  build({ passages }) {
    const index = new Index();
    for (const { id, title, heading, text } of rowsOf(passages)) index.add(id, `${title} ${heading} ${text}`);
    return {
      ask(text) {
        const found = index.search(text, { suggest: true, limit: HITS });
        return { positions: found.map(Number), confidence: undefined };
      },
    };
  },
};
