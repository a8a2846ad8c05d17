import { lineBreaks } from './shortcodes.ts';

const COMMENT = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g;
const TAG = /(?<!\{)\{%-?\s*[a-z_](?:[^%]|%(?!\}))*%\}(?!\})/gi;
/** A value of the site or the page (`site.url`); `{{ fecha }}` is a blank that somebody has to fill in. */
const VALUE = /\{\{-?\s*[a-z_]\w*(?:\.[\w-]+)+[^{}\n]*\}\}/gi;
/** What WordPress puts around pictures, left by whoever moved a site from it. */
const WORDPRESS = /\[\/?(?:caption|gallery|embed|audio|video)(?:\s[^\]\n]*)?\](?![[(:])/g;

/**
 * The text without the tags of Jekyll's templates (Liquid) and of WordPress, with what they enclose kept and
 * nothing of a comment. Line breaks inside a tag are kept, so lines keep their numbers.
 */
export function withoutTemplateTags(source: string): string {
  return source
    .replace(COMMENT, lineBreaks)
    .replace(TAG, lineBreaks)
    .replace(VALUE, '')
    .replace(WORDPRESS, '');
}
