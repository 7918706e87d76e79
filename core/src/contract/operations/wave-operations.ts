import { z } from 'zod';
import { argument, field, flag, oneOf, texts, wholeNumber } from './field.ts';
import { describeOperation, type OperationContract } from './operation.ts';
import {
  LISTED_CHANGES,
  waveAnswer,
  waveDeliveriesAnswer,
  waveNoticeAnswer,
  waveNoticesAnswer,
  waveSelectionAnswer,
  waveWarningsAnswer,
} from './wave-answers.ts';

/** Rows of one window: some screens. */
const MAX_ROWS = 500;
/** The longest names and addresses hardly have more. */
const MAX_TEXT_CHARACTERS = 1_000;

const read = { kind: 'read', roles: ['viewer'] } as const;
const wave = () => field(wholeNumber(), { does: 'which wave', value: 'number' });
const part = () => field(z.string().max(MAX_TEXT_CHARACTERS).default(''), { does: 'part of a name or address' });
const window = () => ({
  from: field(wholeNumber('a whole number from 0 is needed', { least: 0 }).default(0), { does: 'rows before them' }),
  count: field(wholeNumber('a whole number from 1 to 500 is needed', { most: MAX_ROWS }).default(MAX_ROWS), {
    does: 'rows at once',
  }),
});

/** Signs, on this machine, a document that a console elsewhere shows. */
export const approveElsewhere: OperationContract<z.ZodObject<{ address: z.ZodString }>> = describeOperation({
  name: 'approve',
  does: 'sign, with the key on this machine, what a page of the console shows; two people must agree',
  kind: 'local',
  roles: ['notifier'],
  signs: 'must',
  terminalOnly: 'it opens a key file of this machine',
  input: z.object({ address: argument(z.string(), 'as the page of the wave shows it') }),
});

/** One wave in parts that a page asks for one after the other. */
export const waveOperations = {
  readWave: describeOperation({
    ...read,
    name: 'notice.wave',
    does: 'one wave: figures, contacts, languages, who is left out, gate and approvals',
    input: z.object({ wave: wave() }),
    answer: waveAnswer,
  }),
  listNotices: describeOperation({
    ...read,
    name: 'notice.wave.notices',
    does: 'some of its notices with the difference to what each party was told before',
    input: z.object({
      wave: wave(),
      text: part(),
      changes: field(z.array(oneOf(LISTED_CHANGES)).default([]), { does: 'only these differences' }),
      languages: texts({ does: 'only these languages' }),
      who: field(z.array(oneOf(['organizations', 'people'])).default([]), { does: 'only these' }),
      by: field(oneOf(['rise', 'party', 'messages', 'language']).default('rise'), { does: 'order' }),
      isDescending: flag('the other way round'),
      ...window(),
    }),
    answer: waveNoticesAnswer,
  }),
  readNotice: describeOperation({
    ...read,
    name: 'notice.wave.notice',
    does: 'one notice as its recipient reads it; what is new since the notice before is marked',
    input: z.object({ notice: field(wholeNumber(), { does: 'its number', value: 'number' }) }),
    answer: waveNoticeAnswer,
  }),
  listDeliveries: describeOperation({
    ...read,
    name: 'notice.wave.deliveries',
    does: 'some of its deliveries, uncertain and returned first',
    input: z.object({
      wave: wave(),
      text: part(),
      states: texts({ does: 'only these states' }),
      rungs: texts({ does: 'only to contacts from these rungs' }),
      ...window(),
    }),
    answer: waveDeliveriesAnswer,
  }),
  readSelection: describeOperation({
    ...read,
    name: 'notice.wave.selection',
    does: 'what decisions and the incident file make of the evidence',
    input: z.object({ wave: wave(), sections: texts({ does: 'only these sections' }), ...window() }),
    answer: waveSelectionAnswer,
  }),
  readWarnings: describeOperation({
    ...read,
    name: 'notice.wave.warnings',
    does: 'what this machine says of a wave besides what is signed',
    input: z.object({ wave: wave() }),
    answer: waveWarningsAnswer,
  }),
};
