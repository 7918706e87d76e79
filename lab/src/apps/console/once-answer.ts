import { REQUEST_FIELD } from '@candor/core/contract/console';
import type { FastifyRequest } from 'fastify';
import type { CallAnswer } from './call-pool.ts';
import { ConsoleRefusal } from './denial.ts';

/** Does an act once, however often the page asks for it. @throws ConsoleRefusal for an act without a name of its own */
export function onceAnswer(
  { session, headers, url, body }: FastifyRequest,
  work: () => Promise<CallAnswer>,
): Promise<CallAnswer> {
  const name = headers[REQUEST_FIELD];
  if (session === null || typeof name !== 'string' || !/^[\w-]{20,64}$/.test(name))
    throw new ConsoleRefusal('malformed', [`an act has a name of its own in ${REQUEST_FIELD}`]);
  const answer = session.acts.once(name, `${url} ${JSON.stringify(body)}`, work);
  if (answer === null) throw new ConsoleRefusal('malformed', ['another act of this session has this name']);
  return answer;
}

/** @throws ConsoleRefusal for what is no answer */
export function toOutput(answer: CallAnswer): unknown {
  if (answer.is === 'fault') throw new ConsoleRefusal('fault');
  if (answer.is !== 'answer') throw new ConsoleRefusal(answer.is, answer.reasons, answer.changes);
  return answer.output;
}
