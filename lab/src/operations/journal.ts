import { journalOperations as contract } from '@candor/core/contract/operations';
import { readJournal } from '../commands/journal/read-journal.ts';
import { defineOperation } from './operation.ts';

export const journal = defineOperation(contract.journal, ({ state }, filter) => readJournal(state, filter), 'listing');
