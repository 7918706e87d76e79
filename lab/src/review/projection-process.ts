import { openAgeRecipient } from '../adapters/keys/age-file.ts';
import { createNodeRuntime } from '../adapters/process/runtime.ts';
import { type MessageConsumer, serveTasks } from '../evidence/reader/index.ts';
import { createSeal, projectCopy } from './project-copy.ts';
import type { ProjectionAnswer, ProjectionAnswers, ProjectionTask } from './projection-task.ts';

// Entry of the process that projects and seals: it reads evidence, has the public halves of vaults and no key that
// opens one.
const runtime = createNodeRuntime();
const seal = createSeal(openAgeRecipient);

function isAtOrBelow(address: string, domain: string): boolean {
  return address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`);
}

await serveTasks({
  is: 'whole',
  openTaker: (questions): MessageConsumer => {
    const { vaults, counsel, wanted } = questions[0] as ProjectionTask;
    const byLocation = new Map(wanted.map((message) => [message.location, message]));
    const isCounsel = (address: string): boolean =>
      counsel.some((name) => (name.includes('@') ? address === name : isAtOrBelow(address, name)));
    return {
      wants: (location) => byLocation.has(location),
      take: async (location, bytes, sha256): Promise<ProjectionAnswers> => {
        const message = byLocation.get(location);
        const answers: ProjectionAnswer[] = [];
        for (const order of message?.orders ?? []) {
          const recipient = vaults[order.vault] ?? '';
          answers.push(
            message?.sha256 === sha256
              ? await projectCopy(runtime, seal, bytes, order, { recipient, isCounsel })
              : { is: 'changed' },
          );
        }
        return { answers };
      },
    };
  },
});
