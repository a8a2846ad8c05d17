import { createSearch } from '../../src/search/index.ts';
import type { System } from './system.ts';

/** The product's own search, without the golden questions of the documents. */
export const ours: System = {
  name: 'AGA',
  isRaw: false,
  isSlow: false,
  build(folder) {
    const search = createSearch(folder, () => []);
    const positions = new Map(folder.passages.map((passage, position) => [passage, position]));
    return {
      ask(text, language) {
        const { candidates, confidence } = search.ask(text, language);
        return { positions: candidates.map(({ passage }) => positions.get(passage) ?? -1), confidence };
      },
    };
  },
};
