import { isScalar, isSeq } from 'yaml';
import { fold } from '../language/index.ts';
import { problemTexts } from '../texts/problems.ts';
import { cleanText, oneLine } from './clean.ts';
import type { Problem, SynonymGroup } from './document.ts';
import { error, shown, warning } from './problem.ts';
import { parseYaml } from './yaml-source.ts';

/** A thesaurus, read: the groups that can be used and what is wrong with the rest. */
export interface SynonymReading {
  readonly groups: readonly SynonymGroup[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a thesaurus, a YAML list of lists of words. What is wrong is a problem and the rest goes on; a word
 * that stands in two groups stays in the first. A text that is not YAML gives no groups.
 */
export function parseSynonyms(yamlText: string, path: string): SynonymReading {
  const source = parseYaml(cleanText(yamlText));
  const problems: Problem[] = source.errors.map((each) =>
    error('yaml', problemTexts.badYaml(each.code), path, each.line),
  );
  if (problems.length > 0 || source.contents === null) return { groups: [], problems };
  if (isScalar(source.contents) && source.contents.value === null) return { groups: [], problems };
  if (!isSeq(source.contents))
    return { groups: [], problems: [error('synonyms', problemTexts.synonymsShape(), path, 1)] };

  const groups: SynonymGroup[] = [];
  const lineOfWord = new Map<string, number>();
  for (const node of source.contents.items) {
    const line = source.lineOf(node);
    if (!isSeq(node)) {
      problems.push(warning('synonyms', problemTexts.synonymGroupShape(), path, line));
      continue;
    }
    const words: string[] = [];
    const before = problems.length;
    for (const item of node.items) {
      const value = isScalar(item) ? item.value : undefined;
      const word = typeof value === 'string' ? oneLine(value) : '';
      const earlier = lineOfWord.get(fold(word));
      if (word === '') {
        const text = problemTexts.synonymNotText(isScalar(item) ? shown(value) : '…');
        problems.push(warning('synonyms', text, path, source.lineOf(item)));
      } else if (earlier !== undefined && !words.some((each) => fold(each) === fold(word)))
        problems.push(
          warning('synonyms', problemTexts.synonymTwice(word, earlier), path, source.lineOf(item)),
        );
      else if (earlier === undefined) {
        lineOfWord.set(fold(word), line);
        words.push(word);
      }
    }
    if (words.length > 1) groups.push({ words, line, path });
    else if (problems.length === before)
      problems.push(warning('synonyms', problemTexts.synonymAlone(words[0] ?? ''), path, line));
  }
  return { groups, problems };
}
