export { type CheckInput, checkedFolder, checkFolder, RULES } from './check-folder.ts';
export type { CheckedFolder, Finding, Rule, Severity } from './finding.ts';
export { FORMATS, type Format, formatFindings } from './report.ts';
export { isTidy, tidy } from './tidy.ts';
