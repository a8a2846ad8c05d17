import type { Language } from '../language/index.ts';
import type { Action } from '../messaging/index.ts';
import { textsFor } from '../texts/index.ts';

/** The beginnings of the choices that act on an answer; the place answered from follows. */
export const ACTION = { why: 'porque', useful: 'sirvio', useless: 'nosirvio', report: 'reportar' } as const;

/** What a person can do with an answer from the place `id`. */
export function actionsOn(id: string, language: Language): Action[] {
  const { actions } = textsFor(language);
  return [
    { kind: 'useful', id: `${ACTION.useful}:${id}`, label: actions.useful },
    { kind: 'useless', id: `${ACTION.useless}:${id}`, label: actions.useless },
    { kind: 'why', id: `${ACTION.why}:${id}`, label: actions.why },
    { kind: 'report', id: `${ACTION.report}:${id}`, label: actions.report },
    { kind: 'share', id, label: actions.share },
  ];
}
