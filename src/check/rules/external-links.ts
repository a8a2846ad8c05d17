import { shown } from '../../knowledge/problem.ts';
import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';
import { frontTexts, lineOf, type Page } from '../page.ts';

const WEB = /^https?:\/\//i;
/** «htp://», «https//», «http:/x», «ttps://»: a web address with a letter or sign too few or too many. */
const ALMOST_WEB = /^(?:h+t+p+s*|ttps?|hhtps?|htps?|https?)[:;]?\/{0,3}(?=[a-z0-9.-]+\.[a-z]{2,})/i;
/** A host with a dot in it, each part of letters, digits and inner hyphens (RFC 1123). */
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]+)$/iu;
/** Markdown of a link that was not read as one: a space in the address, a name that is defined nowhere. */
const UNREAD =
  /\[[^[\]\n]{1,200}\](?:\([^()\n]{0,300}\)?|\[[^[\]\n]{1,80}\]| \((?:https?:|www\.)[^()\n]*\))/u;

/** Addresses outside the folder that lead nowhere as they are written. Nothing is fetched. */
export const externalLinks: Rule = ({ pages }) =>
  pages.flatMap((page) => (page.document === undefined ? [] : [...malformed(page), ...unread(page)]));

function malformed(page: Page): Finding[] {
  const inFront = frontTexts(page)
    .filter(({ text }) => WEB.test(text) && !/\s/.test(text))
    .map(({ text, line }) => ({ target: text, line }));
  return [...inFront, ...page.links].flatMap(({ target, line }) => {
    const address = target.trim();
    if (isWellFormed(address)) return [];
    const text = shown(address);
    return [finding('address', 'error', { path: page.path, line, text }, checkTexts.malformedAddress(text))];
  });
}

/** True for what can be followed, and for anything that is no address of the web or of mail at all. */
function isWellFormed(address: string): boolean {
  if (/^mailto:/i.test(address)) return /^mailto:[^\s@]+@[^\s@]+\.[^\s@]{2,}$/i.test(address);
  if (/^www\./i.test(address)) return false;
  if (!WEB.test(address))
    return (
      !ALMOST_WEB.test(address) && !/^[a-z0-9-]+(?:\.[a-z]+)*\.(?:com|org|net|co|gov)(?:\/|$)/i.test(address)
    );
  if (/[\s<>"]/.test(address) || !URL.canParse(address)) return false;
  if (/^https?:\/\/.*https?:\/\//i.test(address.replace(/^(.*?)[?#].*$/s, '$1')))
    return /^https?:\/\/web\.archive\.org\//i.test(address);
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]*)/i.exec(address)?.[1] ?? '';
  return HOST.test(host) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

function unread(page: Page): Finding[] {
  return page.blocks.flatMap((block) => {
    const text = block.kind === 'code' ? undefined : UNREAD.exec(block.text)?.[0];
    if (text === undefined) return [];
    const place = {
      path: page.path,
      line: lineOf(page, text.slice(0, 20), block.line, block.endLine),
      text: shown(text),
    };
    return [finding('broken-link', 'error', place, checkTexts.brokenLink(shown(text)))];
  });
}
