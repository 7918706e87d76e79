import { LANGUAGES } from '@candor/core/base';
import { z } from 'zod';
import { argument, day, field, flag, maybeNumber, maybeText, oneOf, wholeNumber } from './field.ts';
import { describeOperation, describeSignedAct, type OperationContract, reason } from './operation.ts';
import { wavesAnswer } from './read-answers.ts';
import { callScriptAnswer } from './wave-answers.ts';

const WAVES = ['secrets-metadata', 'metadata', 'content', 'supplement', 'correction', 'update'] as const;

const wave = () => maybeNumber({ does: 'which wave (default: the newest)', value: 'number' });
const inLanguage = (does: string) =>
  field(oneOf(LANGUAGES).nullable().default(null), { does: `${does}, in this language`, value: 'language' });
const parties = (does: string) => field(z.array(z.string()).optional(), { does, value: 'parties...' });

/** What a draft is made of, and a dry run of it. */
const draft = {
  wave: field(oneOf(WAVES), { does: WAVES.join(', '), value: 'kind' }),
  only: parties('only these parties, with spaces or commas between'),
  except: parties('all except these'),
  nextUpdate: day('promised day of the next update (default: as in the incident file)'),
  readableFrom: day('content: from when messages can be read'),
};

function describeWaveAct(
  name: string,
  does: string,
): OperationContract<z.ZodObject<{ wave: ReturnType<typeof wave> }>> {
  return describeOperation({
    name: `notice.${name}`,
    does,
    kind: 'act',
    roles: ['notifier'],
    input: z.object({ wave: wave() }),
  });
}

/** Waves: drafting, looking, approving, withdrawing. */
export const noticeOperations = {
  logToStart: describeOperation({
    name: 'notice.log-to-start',
    does: 'what the first draft fixes for good',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  previewWave: describeOperation({
    name: 'notice.preview',
    does: 'notices as they would be; nothing is started or stored',
    kind: 'read',
    roles: ['viewer'],
    input: z.object(draft),
  }),
  prepareWave: describeOperation({
    name: 'notice.prepare',
    does: "draft notices: the difference between the newest exposure and each party's last notice",
    kind: 'job',
    roles: ['notifier'],
    signs: 'may',
    input: z.object({
      why: field(reason().optional(), { does: 'with --findings: why; it is kept', value: 'reason' }),
      ...draft,
      findings: maybeText({ does: 'CSV of messages that hold secrets: party,message,kind', value: 'file' }),
    }),
  }),
  showWave: describeOperation({
    name: 'notice.show',
    does: 'what an approver must see: texts, contacts, figures, difference, gate',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ wave: wave(), party: maybeText({ does: 'one party, domain or notice number' }) }),
  }),
  waveWarnings: describeOperation({
    name: 'notice.warnings',
    does: 'what this machine says of a wave besides what is signed',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ wave: wave() }),
  }),
  approveWave: describeSignedAct(
    { name: 'notice.approve', does: 'agree to exactly these bytes; two people must agree', roles: ['notifier'] },
    {
      wave: wave(),
      confirm: maybeNumber({ does: 'the number that stands first, of what decisions take out', value: 'number' }),
    },
  ),
  waves: describeOperation({
    name: 'notice.status',
    does: 'every wave, who approved it, and the state of its deliveries',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: wavesAnswer,
  }),
  editWave: describeOperation({
    name: 'notice.edit',
    does: 'change a sentence in one language, or add a paragraph for one party; figures cannot be edited',
    kind: 'act',
    roles: ['notifier'],
    signs: 'may',
    input: z.object({
      wave: wave(),
      why: reason(),
      happened: inLanguage('what the intruder did'),
      measures: inLanguage('what was done about it'),
      unknown: inLanguage('what is not known'),
      party: maybeText({ does: 'a paragraph only for this party' }),
      text: maybeText({ does: 'the new text; without it the earlier one is removed' }),
    }),
  }),
  pauseWave: describeWaveAct('pause', 'stop sending an approved wave; one person is enough'),
  resumeWave: describeWaveAct('resume', 'resume a paused wave, as two people approved it'),
  discardWave: describeWaveAct('discard', 'discard a wave of which nothing was sent'),
  proposeWithdrawal: describeOperation({
    name: 'notice.withdraw',
    does: 'propose to withdraw notices: their codes stop working once two people have approved',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      notices: argument(z.array(wholeNumber()), 'numbers of sent notices'),
      why: reason(),
      misdirected: flag('it went to the wrong recipient'),
    }),
  }),
  approveWithdrawal: describeSignedAct(
    {
      name: 'notice.approve-withdrawal',
      does: 'agree to a withdrawal; two people must agree',
      roles: ['notifier'],
    },
    { number: argument(wholeNumber(), 'which withdrawal') },
  ),
  remindParties: describeOperation({
    name: 'notice.remind',
    does: 'compose reminders for parties that did not answer, to their contacts so far and to the next one; two people must approve',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      after: field(
        wholeNumber('a whole number of days from 0 to 365 is needed', { least: 0, most: 365 }).nullable().default(null),
        { does: 'days without an answer before a reminder (default: 2)', value: 'days' },
      ),
    }),
  }),
  exportNotices: describeOperation({
    name: 'notice.export',
    does: 'who was notified of what, when and through whom; without codes and texts',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      out: maybeText({ does: '.csv or .json (default: CSV to the screen)', value: 'file', isWritten: true }),
    }),
  }),
  callScript: describeOperation({
    name: 'notice.callscript',
    does: 'the script for people who answer the telephone: what to say, and what never to say',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      language: field(oneOf(LANGUAGES).nullable().default(null), {
        does: `the caller's language: ${LANGUAGES.join(', ')} (default: as in the incident file)`,
      }),
    }),
    answer: callScriptAnswer,
  }),
};
