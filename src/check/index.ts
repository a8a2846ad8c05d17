export { checkedFolder, checkFolder, RULES } from './check-folder.ts';
export type { CheckedFolder, Finding } from './finding.ts';
export { FORMATS, formatFindings } from './report.ts';
export { isTidy, tidy } from './tidy.ts';
