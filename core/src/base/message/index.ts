/**
 * Messages of a catalogue after compilation: `resolveMessage` chooses their forms by CLDR's plural rules. Browsers load
 * this door; the parser is behind `base/message/compiler` (docs/decisions/0094-messages-as-data.md). Pure.
 */

export { type Choice, type Message, type MessageValues, type PluralRule, resolveMessage } from './message.ts';
export { PLURAL_RULES } from './plural-rules.ts';
