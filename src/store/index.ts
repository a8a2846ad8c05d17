export { type Attempt, createAttempt, reasonOf } from './attempt.ts';
export { createStore, openStore, type Store, type StorePlace } from './open-store.ts';
export type { ClaimedMessage, Outbox } from './outbox.ts';
export type { Person } from './people.ts';
export type { KeptOfPerson } from './privacy.ts';
export type { Count, Unanswered } from './questions.ts';
export type { RetentionDays } from './retention.ts';
export type { Ticket as StoredTicket } from './ticket.ts';
