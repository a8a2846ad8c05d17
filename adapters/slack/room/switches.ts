import type { AdapterTexts } from '../../../src/messaging/index.ts';
import type { Access } from './access.ts';
import type { Switch } from './requests.ts';

/** Longest reason that is kept, in characters. */
const LONGEST_REASON = 300;

/** Turns a platform off or on, and resolves with what to say of it. Turning off needs a reason. */
export async function turn(
  { user, platform, isOn, reason }: Switch,
  access: Access,
  texts: AdapterTexts['slackRoom'],
): Promise<string> {
  if (!isOn && reason === '') return texts.noReason(platform);
  if (reason.length > LONGEST_REASON) return texts.longReason(LONGEST_REASON);
  const said = await access.ask(user, (desk) => desk.turn(platform, isOn, reason));
  return typeof said === 'string' ? said : said.problem;
}
