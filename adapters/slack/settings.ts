import { z } from 'zod';

/** An empty variable is a variable that is not set. */
function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

const apiUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address, such as https://slack.com/api/' })
  .transform((address) => `${address.replace(/\/+$/, '')}/`);

/** The variables of Slack. Each message says what the value must be and where to get it. */
export const slackSettings = z
  .object({
    SLACK_BOT_TOKEN: z
      .string({
        error: 'is missing; copy the Bot User OAuth Token from "OAuth & Permissions" of your Slack app',
      })
      .trim()
      .regex(/^xoxb-[\w-]{8,}$/, 'must begin with xoxb-; copy the Bot User OAuth Token again'),
    SLACK_APP_TOKEN: optional(
      z
        .string()
        .trim()
        .regex(
          /^xapp-[\w-]{8,}$/,
          'must begin with xapp-; make one with connections:write in "Basic Information"',
        ),
    ),
    SLACK_SIGNING_SECRET: optional(
      z
        .string()
        .trim()
        .regex(/^\S{16,}$/, 'is too short; copy the Signing Secret again from "Basic Information"'),
    ),
    SLACK_API_URL: optional(apiUrl),
    SLACK_CHANNELS: optional(
      z
        .string()
        .transform((list) => list.split(',').map((id) => id.trim()))
        .refine((ids) => ids.every((id) => /^[CG][A-Z0-9]+$/.test(id)), {
          error:
            'must list ids of channels, such as C0123ABCD,C0456EFGH; copy them from "View channel details"',
        }),
    ),
    SLACK_TEAM_CHANNEL: optional(
      z
        .string()
        .trim()
        .regex(
          /^[CG][A-Z0-9]{1,30}$/,
          'must be the id of a channel, such as C0123456789; copy it from the end of the channel\'s "About"',
        ),
    ),
  })
  .refine((env) => !isAbsent(env.SLACK_APP_TOKEN) || !isAbsent(env.SLACK_SIGNING_SECRET), {
    path: ['SLACK_APP_TOKEN'],
    error:
      'is missing; set it to receive events over a socket, or set SLACK_SIGNING_SECRET to receive them over HTTP',
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
