import lunr from 'lunr';
import addSpanish from 'lunr-languages/lunr.es';
import addStemmers from 'lunr-languages/lunr.stemmer.support';
import { HITS, rowsOf, type System } from './system.ts';

addStemmers(lunr);
addSpanish(lunr);

/** lunr, with lunr-languages for Spanish. */
export const lunrSystem: System = {
  name: 'lunr + lunr-languages',
  isRaw: true,
  isSlow: false,
  build({ passages }, language) {
    const index = lunr(function () {
      if (language === 'es') this.use(lunr.es);
      this.ref('id');
      for (const field of ['title', 'heading', 'text']) this.field(field);
      for (const row of rowsOf(passages)) this.add(row);
    });
    return {
      ask(text) {
        const hits = index.query((query) => query.term(lunr.tokenizer(text), {}));
        const positions = hits.slice(0, HITS).map(({ ref }) => Number(ref));
        return { positions, confidence: hits[0]?.score ?? 0 };
      },
    };
  },
};
