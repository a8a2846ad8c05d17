import { create, insertMultiple, search } from '@orama/orama';
import { language as english, stemmer as englishStemmer } from '@orama/stemmers/english';
import { language as spanish, stemmer as spanishStemmer } from '@orama/stemmers/spanish';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as spanishStopWords } from '@orama/stopwords/spanish';
import { HITS, rowsOf, type System } from './system.ts';

const TOKENIZERS = {
  es: { stemming: true, language: spanish, stemmer: spanishStemmer, stopWords: spanishStopWords },
  en: { stemming: true, language: english, stemmer: englishStemmer, stopWords: englishStopWords },
};

/** Orama with the stemmer and the stop words of the language of the passages. */
export const orama: System = {
  name: 'Orama',
  isRaw: true,
  isSlow: false,
  build({ passages }, language) {
    const schema = { title: 'string', heading: 'string', text: 'string' } as const;
    const index = create({ schema, components: { tokenizer: TOKENIZERS[language] } });
    settled(
      insertMultiple(
        index,
        rowsOf(passages).map((row) => ({ ...row, id: String(row.id) })),
      ),
    );
    return {
      ask(text) {
        const { hits } = settled(search(index, { term: text, limit: HITS }));
        return { positions: hits.map(({ id }) => Number(id)), confidence: hits[0]?.score ?? 0 };
      },
    };
  },
};

/** Orama promises nothing without asynchronous plugins, but its types leave it open. */
function settled<T>(value: T | Promise<T>): T {
  if (value instanceof Promise)
    throw new TypeError('Orama answered with a promise: it has asynchronous parts.');
  return value;
}
