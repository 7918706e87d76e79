import type { z } from 'zod';
import type { answerOperations } from './answer-operations.ts';
import type { contactOperations } from './contact-operations.ts';
import type { deliveryOperations } from './delivery-operations.ts';
import type { evidenceOperations } from './evidence-operations.ts';
import type { exposureOperations } from './exposure-operations.ts';
import type { findingOperations } from './finding-operations.ts';
import type { impactOperations } from './impact-operations.ts';
import type { folderLookAnswer } from './incident-answers.ts';
import type { incidentOperations } from './incident-operations.ts';
import type { JobName, jobOperations } from './job-operations.ts';
import type { journalOperations } from './journal-operations.ts';
import type { noticeOperations } from './notice-operations.ts';
import type { OperationContract } from './operation.ts';
import type { peopleOperations } from './people-operations.ts';
import type { portalOperations, releaseOperations } from './release-operations.ts';
import type { transparencyOperations } from './transparency-operations.ts';
import type { waveOperations } from './wave-operations.ts';

type Member<Table> = Table[keyof Table];
type Contract =
  | Member<typeof incidentOperations>
  | Member<typeof evidenceOperations>
  | Member<typeof exposureOperations>
  | Member<typeof findingOperations>
  | Member<typeof impactOperations>
  | Member<typeof contactOperations>
  | Member<typeof contactOperations.delay>
  | Member<typeof contactOperations.barred>
  | Member<typeof jobOperations>
  | Member<typeof journalOperations>
  | Member<typeof noticeOperations>
  | Member<typeof deliveryOperations>
  | Member<typeof answerOperations>
  | Member<typeof peopleOperations>
  | Member<typeof transparencyOperations>
  | Member<typeof waveOperations>;

type Called<Kind extends string> = {
  readonly [One in Contract as One extends OperationContract<z.ZodObject, infer Answer, infer Name>
    ? unknown extends z.output<Answer>
      ? never
      : One['kind'] extends Kind
        ? Name
        : never
    : never]: One extends OperationContract<infer Input, infer Answer>
    ? { readonly input: z.input<Input>; readonly answer: z.output<Answer> }
    : never;
};

/** What a page says to each operation that reads, and what it gets: types alone, derived from the table. */
export type CalledOperations = Called<'read'>;

/** The same of each act. */
export type CalledActs = Called<'act'>;
type Started =
  | Contract
  | Member<typeof deliveryOperations>
  | Member<typeof releaseOperations>
  | Member<typeof portalOperations>;

/** What a page says to start each job; what names a file or folder of the machine is left out by the server. */
export type StartedJobs = {
  readonly [One in Started as One extends OperationContract<z.ZodObject, z.ZodType, infer Name>
    ? Name & JobName
    : never]: One extends OperationContract<infer Input> ? Partial<z.input<Input>> : never;
};

/** What a folder of evidence holds, and what a person says of it before its first run. */
export type FolderLookAnswer = z.output<typeof folderLookAnswer>;
export type FolderStart = Omit<z.input<typeof incidentOperations.init.input>, 'folder'>;
