export { gather, type Period } from './figures.ts';
export { csvCell, digestReply, reportCsv, reportMarkdown } from './render.ts';
