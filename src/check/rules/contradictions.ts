import type { Document, Section } from '../../knowledge/index.ts';
import { planNumbers, termsOf, words } from '../../language/index.ts';
import { checkTexts } from '../../texts/check.ts';
import { type Finding, finding, type Rule } from '../finding.ts';

/** «El III Plan tuvo 26 compromisos»: a subject, a verb of having, a number, what is counted, and no more. */
const CLAIM =
  /^(.{3,80}?),? (?:tuvo|tiene|ha tenido|trajo|trae|incluyó|incluye|contiene|reunió|reúne|suma|cuenta con|contó con|consta de|has|had|includes|contains) (?:un total de |en total )?([\p{L}\p{N}.]+) (\p{L}{4,})(?=$|[.,;:)]|,? (?:según|y|en|que|according)(?!\p{L}))/iu;
const CONDITIONS = /(?<!\p{L})(?:no|aún|todavía|casi|solo|cada|si|cuando)(?!\p{L})/iu;

interface Claim {
  readonly document: Document;
  readonly section: Section;
  readonly subject: string;
  readonly noun: string;
  readonly count: string;
  readonly text: string;
}

/**
 * Counts that two files give differently for the same thing. A section that gives both figures has told the
 * difference, and is quiet.
 */
export const contradictions: Rule = ({ folder, pages }) => {
  const claims = folder.documents.flatMap(claimsOf);
  const lines = new Map(pages.map((page) => [page.path, page.lines]));
  const lineOfClaim = ({ document, section, text }: Claim): number => {
    const words = text.slice(0, 25);
    const index = (lines.get(document.path) ?? []).findIndex(
      (line, at) => at >= section.line - 1 && line.includes(words),
    );
    return index === -1 ? section.line : index + 1;
  };
  return claims.flatMap((claim): Finding[] => {
    const other = claims.find(
      ({ document, subject, noun, count }) =>
        document !== claim.document &&
        subject === claim.subject &&
        noun === claim.noun &&
        count !== claim.count &&
        !names(claim.section, count),
    );
    if (other === undefined) return [];
    const problem = checkTexts.contradiction(claim.text, other.text, other.document.path, lineOfClaim(other));
    const place = { path: claim.document.path, line: lineOfClaim(claim), text: claim.text };
    return [finding('contradiction', 'hint', place, problem)];
  });
};

function claimsOf(document: Document): Claim[] {
  return document.sections.flatMap((section) =>
    section.units.flatMap((unit): Claim[] => {
      const [text = '', before = '', number = '', noun = ''] = CLAIM.exec(unit.text) ?? [];
      const count = words(number)[0]?.form ?? '';
      if (!/^\d+$/.test(count) || CONDITIONS.test(before)) return [];
      const plans = planNumbers(before);
      if (plans.length > 1) return [];
      const subject = termsOf(before, document.language)
        .map(({ form, stem }) => (form.startsWith('#') ? form : stem))
        .filter((stem) => !FILL.has(stem));
      if (subject.length === 0 || subject.length > 4) return [];
      const counted = termsOf(noun, document.language)[0]?.stem;
      if (counted === undefined) return [];
      return [
        { document, section, subject: [...new Set(subject)].sort().join(' '), noun: counted, count, text },
      ];
    }),
  );
}

/** Stems that name the plan more fully without changing which one it is. */
const FILL = new Set(
  termsOf('acción nacional colombia colombiano gobierno abierto', 'es').map(({ stem }) => stem),
);

function names(section: Section, count: string): boolean {
  return section.units.some((unit) => words(unit.text).some((word) => word.form === count));
}
