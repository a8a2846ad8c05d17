import type { ShownButton, SlackInput } from './slack-blocks.ts';
import type { SlackView } from './slack-views.ts';

/** What a person finds in the fields of a window before they write, by their names. */
export function filledIn(view: SlackView): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(inputsOf(view).map(({ block_id, element }) => [block_id, initialOf(element)]));
}

/** The state of a window once these fields hold these values; throws when a person could not have put them. */
export function stateOf(view: SlackView, values: Readonly<Record<string, string>>): unknown {
  const fields = inputsOf(view).map(({ block_id, element }) => {
    const value = values[block_id] ?? initialOf(element);
    if (value === undefined || value === '') throw new Error(`${block_id} must be filled in`);
    return [block_id, { [element.action_id]: fieldState(element, value) }];
  });
  return { values: Object.fromEntries(fields) };
}

/** The inputs of a window, in order. */
export function inputsOf({ blocks }: SlackView): readonly SlackInput[] {
  return blocks.flatMap((block) => (block.type === 'input' ? [block] : []));
}

/** The button that says this. */
export function buttonSaying(buttons: readonly ShownButton[], label: string): ShownButton {
  const button = buttons.find((candidate) => candidate.label === label);
  if (button === undefined) throw new Error(`no button says ${label}`);
  return button;
}

function initialOf(field: SlackInput['element']): string | undefined {
  switch (field.type) {
    case 'plain_text_input':
      return field.initial_value;
    case 'users_select':
      return field.initial_user;
    case 'static_select':
      return undefined;
  }
}

function fieldState(field: SlackInput['element'], value: string): unknown {
  switch (field.type) {
    case 'plain_text_input':
      if (value.length > field.max_length) throw new Error('the field is full');
      return { type: field.type, value };
    case 'users_select':
      return { type: field.type, selected_user: value };
    case 'static_select': {
      const option = field.options.find(({ text }) => text.text === value);
      if (option === undefined) throw new Error(`there is no option ${value}`);
      return { type: field.type, selected_option: option };
    }
  }
}
