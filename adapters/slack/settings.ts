import { z } from 'zod';
import { slackOperatorTexts as texts } from '../../src/texts/adapters/slack.ts';

/** An empty variable is a variable that is not set. */
function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

const apiUrl = z
  .url({ protocol: /^https?$/, error: texts.badApiUrl })
  .transform((address) => `${address.replace(/\/+$/, '')}/`);

/** The variables of Slack. Each message says what the value must be and where to get it. */
export const slackSettings = z
  .object({
    SLACK_BOT_TOKEN: z
      .string({
        error: texts.missingBotToken,
      })
      .trim()
      .regex(/^xoxb-[\w-]{8,}$/, texts.badBotToken),
    SLACK_APP_TOKEN: optional(
      z
        .string()
        .trim()
        .regex(/^xapp-[\w-]{8,}$/, texts.badAppToken),
    ),
    SLACK_SIGNING_SECRET: optional(
      z
        .string()
        .trim()
        .regex(/^\S{16,}$/, texts.badSigningSecret),
    ),
    SLACK_API_URL: optional(apiUrl),
    SLACK_CHANNELS: optional(
      z
        .string()
        .transform((list) => list.split(',').map((id) => id.trim()))
        .refine((ids) => ids.every((id) => /^[CG][A-Z0-9]+$/.test(id)), {
          error: texts.badChannels,
        }),
    ),
    SLACK_TEAM_CHANNEL: optional(
      z
        .string()
        .trim()
        .regex(/^[CG][A-Z0-9]{1,30}$/, texts.badTeamChannel),
    ),
  })
  .refine((env) => !isAbsent(env.SLACK_APP_TOKEN) || !isAbsent(env.SLACK_SIGNING_SECRET), {
    path: ['SLACK_APP_TOKEN'],
    error: texts.missingWay,
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/**
 * The settings once checked: `SLACK_API_URL` ends in one slash; with an app token, events come by socket.
 * Without `SLACK_CHANNELS` it speaks wherever it is invited.
 */
export type SlackSettings = z.output<typeof slackSettings>;

function isAbsent(value: unknown): boolean {
  return value === undefined || value === '';
}
