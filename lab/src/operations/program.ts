import { incidentOperations as contract } from '@candor/core/contract/operations';
import { readProgramFacts } from '../adapters/process/program-facts.ts';
import { RULES_VERSION } from '../commands/rules-version.ts';
import { defineLocal } from './operation.ts';

export const version = defineLocal(contract.version, async () => ({ rules: RULES_VERSION, ...readProgramFacts() }));

/** The script is made of the command line, which alone knows what can be typed. */
export const completion = defineLocal(contract.completion, async (_, { shell }) => shell);
