import type { TeamRoom } from '../messaging/index.ts';

/** The team's room, with the platform that it is on. */
export interface Room extends TeamRoom {
  readonly platform: string;
}
