import Fuse from 'fuse.js';
import { HITS, rowsOf, type System } from './system.ts';

/** Fuse.js set for long texts: anywhere in them, and each word of the question by itself. */
export const fuse: System = {
  name: 'Fuse.js (token search)',
  isRaw: true,
  isSlow: true,
  build({ passages }) {
    const index = new Fuse(rowsOf(passages), {
      keys: ['title', 'heading', 'text'],
      ignoreLocation: true,
      ignoreDiacritics: true,
      includeScore: true,
      useTokenSearch: true,
    });
    return {
      ask(text) {
        const found = index.search(text, { limit: HITS });
        return {
          positions: found.map(({ refIndex }) => refIndex),
          confidence: 1 - (found[0]?.score ?? 1),
        };
      },
    };
  },
};
