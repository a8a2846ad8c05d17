export { reasonOf } from './attempt.ts';
export { openStore, type Store, type StorePlace } from './open-store.ts';
export type { ClaimedMessage, Outbox } from './outbox.ts';
export type { Person } from './people.ts';
