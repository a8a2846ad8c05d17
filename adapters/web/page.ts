import type { AdapterTexts, Language } from '../../src/messaging/index.ts';

/** What a page is made of. */
export interface PageOptions {
  /** The HTML file: `{{name}}` is a text of the page in its language, `{{lang}}`, `{{base}}` or `{{texts}}`. */
  readonly html: string;
  /** Where the page's files are, relative to the page. */
  readonly base: string;
  readonly language: Language;
  readonly texts: (language: Language) => AdapterTexts;
}

/** The page, with the texts of both languages as data, so that it can follow the language of a reply. */
export function renderPage({ html, base, language, texts }: PageOptions): string {
  const values: Readonly<Record<string, string>> = {
    ...texts(language).web.page,
    lang: language,
    base,
  };
  const data = scriptJson({ es: texts('es').web.page, en: texts('en').web.page });
  return html.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    name === 'texts' ? data : escapeHtml(values[name] ?? ''),
  );
}

/** The widget's script, which is called with its texts. */
export function renderWidget(script: string, texts: (language: Language) => AdapterTexts): string {
  const data = scriptJson({ es: texts('es').web.widget, en: texts('en').web.widget });
  return `(() => {\n${script}\nshowWidget(${data});\n})();\n`;
}

/** JSON that can stand inside a `script` element. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
