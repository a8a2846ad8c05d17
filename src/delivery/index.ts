export { PACES } from './pace.ts';
export { sendOutbox } from './send-outbox.ts';
