import type { AdapterTexts, DeskResult, Logger, TeamDesk } from '../../../src/messaging/index.ts';
import { describeFailure } from '../failure.ts';
import type { IsMember } from './members.ts';

/** Why something was not done, for the member to read. */
export interface Problem {
  readonly problem: string;
}

/** The way to the desk, for members alone. Never rejects: a failure is a problem, and a line of the log. */
export interface Access {
  isMember(user: string): Promise<boolean | Problem>;
  /** Asks the desk when `user` may. */
  ask<T>(user: string, question: (desk: TeamDesk) => Promise<T>): Promise<T | Problem>;
  /** The ticket, when `user` may see it and there is one. */
  look(user: string, id: string): Promise<DeskResult>;
}

/** What the way leads through. */
export interface AccessOptions {
  readonly desk: TeamDesk | undefined;
  readonly isMember: IsMember;
  readonly texts: AdapterTexts['slackRoom'];
  readonly logger: Logger;
}

/** Makes the way. The log names a failure of the desk by its class alone: its words may be those of a person. */
export function createAccess({ desk, isMember, texts, logger }: AccessOptions): Access {
  async function checked(user: string): Promise<boolean | Problem> {
    try {
      return await isMember(user);
    } catch (error) {
      logger.error('slack.room.members.failed', { error: describeFailure(error) });
      return { problem: texts.failed };
    }
  }

  async function ask<T>(user: string, question: (desk: TeamDesk) => Promise<T>): Promise<T | Problem> {
    if (desk === undefined) return { problem: texts.noDesk };
    const allowed = await checked(user);
    if (allowed !== true) return allowed === false ? { problem: texts.outsider } : allowed;
    try {
      return await question(desk);
    } catch (error) {
      logger.error('slack.room.desk.failed', { error: error instanceof Error ? error.name : typeof error });
      return { problem: texts.failed };
    }
  }

  return {
    isMember: checked,
    ask,
    look: (user, id) =>
      ask(user, async (open): Promise<DeskResult> => {
        const ticket = await open.ticket(id);
        return ticket === undefined ? { problem: texts.noTicket } : { ticket };
      }),
  };
}
