import { dirname } from 'node:path/posix';
import type { types } from '@slack/bolt';
import type { AdapterTexts, CommandSpec, Finding, Language } from '../../src/messaging/index.ts';
import { button, isOffered, labelled, plainText, shorten } from './buttons.ts';
import { rows } from './offers.ts';
import { isVisible, showable } from './rich-text.ts';

/** Names of what is in the Home. */
export const HOME = {
  input: 'home-search',
  find: 'home-find',
  back: 'home-back',
  command: 'home-command',
} as const;

/** Places that a search shows, and of the ways in, those of each folder. */
const MOST_RESULTS = 20;
const MOST_OF_FOLDER = 12;

/** Characters of a query, of a heading (150 at most) and of a section (3000 at most). */
const LONGEST_QUERY = 200;
const LONGEST_SHOWN_QUERY = 60;
const LONGEST_EXCERPT = 600;

/** What the Home needs to be drawn. */
export interface HomeParts {
  readonly texts: AdapterTexts;
  readonly language: Language;
  readonly commands: readonly CommandSpec[];
  /** What `find` gave for the query, or without one. */
  readonly findings: readonly Finding[];
  readonly query?: string;
}

/** The Home: a search, then what it found, or the ways in and help. 100 blocks at most. */
export function homeView({ texts, language, commands, findings, query }: HomeParts): types.HomeView {
  const { home } = texts.slack;
  const search: types.KnownBlock[] = [
    {
      type: 'input',
      block_id: HOME.input,
      dispatch_action: true,
      label: plainText(home.search),
      element: {
        type: 'plain_text_input',
        action_id: HOME.input,
        max_length: LONGEST_QUERY,
        placeholder: plainText(home.example),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
  ];
  const find = button(HOME.find, { id: HOME.find, label: home.find });
  if (query !== undefined) {
    const asked = shorten(showable({ kind: 'text', text: query }).text, LONGEST_SHOWN_QUERY);
    const shown = findings.filter(isListed).slice(0, MOST_RESULTS);
    const title = shown.length === 0 ? home.nothing(asked) : home.results(shown.length, asked);
    const back = button(HOME.back, { id: HOME.back, label: home.back });
    return view([
      ...search,
      actions([find, back]),
      header(title),
      ...shown.map((finding, index) => result(finding, index, texts)),
    ]);
  }
  return view([
    { type: 'section', text: plainText(home.welcome) },
    ...search,
    actions([find]),
    header(home.topics),
    ...byFolder(findings.filter(isListed))
      .flatMap((group, folder) =>
        rows(group.map(({ id, source }, index) => opening(`open-${folder}-${index}`, id, source.title))),
      )
      .map(({ block }) => block),
    header(home.help),
    ...rows(
      commands.map(({ names, description }, index) =>
        button(`${HOME.command}-${index}`, { id: names[language][0] ?? '', label: description[language] }),
      ),
    ).map(({ block }) => block),
  ]);
}

function view(blocks: types.KnownBlock[]): types.HomeView {
  return { type: 'home', blocks };
}

function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plainText(shorten(text, 150)) };
}

function actions(elements: types.Button[]): types.ActionsBlock {
  return { type: 'actions', elements };
}

function opening(action: string, id: string, label: string): types.Button {
  return button(action, { id: `ver:${id}`, label });
}

/** One place: what it is and says, and a button that says which one it opens. */
function result({ id, title, excerpt }: Finding, index: number, texts: AdapterTexts): types.SectionBlock {
  const words = showable({ kind: 'text', text: `${title}\n${shorten(excerpt, LONGEST_EXCERPT)}` }).text;
  const { open, openOf } = texts.slack.home;
  const said = labelled(openOf(title)).text.text;
  const accessory = { ...opening(`result-${index}`, id, open), accessibility_label: said };
  return { type: 'section', text: plainText(shorten(words, 2_900)), accessory };
}

function isListed({ id, title, source }: Finding): boolean {
  return isOffered({ id, label: title }) && isVisible(source.title);
}

/** The ways in by their folders, in the order of `find`. */
function byFolder(findings: readonly Finding[]): Finding[][] {
  const folders = new Map<string, Finding[]>();
  for (const finding of findings) {
    const folder = dirname(finding.source.path);
    const group = folders.get(folder) ?? [];
    if (group.length < MOST_OF_FOLDER) folders.set(folder, [...group, finding]);
  }
  return [...folders.values()];
}
