import { type Document, isNode, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** A YAML text with the lines of its nodes, counted from 1. `errors` is empty when it can be used. */
export interface YamlSource {
  readonly contents: Node | null;
  readonly errors: readonly { readonly line: number; readonly code: string }[];
  lineOf(node: unknown): number;
  /** Line of the value under a path of keys and indexes; the nearest node above it when it is missing. */
  lineAt(path: readonly (string | number)[]): number;
  /** The plain value. Dates stay strings. */
  toValue(): unknown;
}

/** What a text nested beyond the stack reads as. */
const unusable: YamlSource = {
  contents: null,
  errors: [{ line: 1, code: 'UNEXPECTED_TOKEN' }],
  lineOf: () => 1,
  lineAt: () => 1,
  toValue: () => undefined,
};

/** Parses YAML with the core schema, so no value is ever turned into a date. Never throws. */
export function parseYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const options = { schema: 'core', lineCounter: lines, prettyErrors: false, logLevel: 'silent' } as const;
  let document: Document;
  try {
    document = parseDocument(text, options);
  } catch {
    return unusable;
  }
  const lineOf = (node: unknown): number =>
    isNode(node) && node.range ? Math.max(1, lines.linePos(node.range[0]).line) : 1;
  const errors = document.errors.map((each) => ({
    line: Math.max(1, lines.linePos(each.pos[0]).line),
    code: each.code as string,
  }));
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    errors.push({ line: lineOf(lostAlias(document)), code: 'BAD_ALIAS' });
  }
  return {
    contents: document.contents,
    errors,
    lineOf,
    lineAt: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node)) return lineOf(node);
      }
      return 1;
    },
    toValue: () => value,
  };
}

/** The first «*name» that names nothing, as in a text with stars and without quotes. */
function lostAlias(document: Document): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) !== undefined) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}
