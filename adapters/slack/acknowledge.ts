import type { AckFn, App, Context } from '@slack/bolt';

/** Tells Slack that a delivery arrived; only the first call counts. */
export type Acknowledge = () => Promise<void>;

const PROPERTY = 'acknowledge';

/**
 * Makes the app leave it to the listeners when an event is acknowledged: Bolt itself does it before they run,
 * and a process that ends in between would lose what was written. Events that no listener acknowledged are once
 * all are done. A press, a command or a view that nothing listens to is not, so that Slack tells the person;
 * `onUnknown` hears of it.
 */
export function acknowledgeLate(app: App, onUnknown: () => void): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    let isDone = false;
    const ack: AckFn<unknown> = async (response) => {
      if (isDone) return;
      isDone = true;
      await event.ack(response);
    };
    const isEvent = 'event' in event.body;
    await processEvent({
      ...event,
      ack: isEvent ? async () => {} : ack,
      customProperties: { ...event.customProperties, [PROPERTY]: () => ack() },
    });
    if (isEvent) await ack();
    else if (!isDone) onUnknown();
  };
}

/** What tells Slack that the event of this context arrived. */
export function acknowledgeOf(context: Context): Acknowledge {
  const given: unknown = context[PROPERTY];
  return async () => {
    if (typeof given === 'function') await given();
  };
}
