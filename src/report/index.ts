export { gather, type Period } from './figures.ts';
export { csvCell, dayOf, digestReply, reportCsv, reportMarkdown } from './render.ts';
