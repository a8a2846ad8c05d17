import type { Reply, Suggestion } from './reply.ts';

/** All that a reply offers to choose, where a platform shows it as one list: the next page comes first. */
export function offered({ pages, suggestions }: Pick<Reply, 'pages' | 'suggestions'>): readonly Suggestion[] {
  const { next, previous } = pages ?? {};
  return [
    ...(next === undefined ? [] : [next]),
    ...suggestions,
    ...(previous === undefined ? [] : [previous]),
  ];
}
