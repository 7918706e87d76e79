import { incidentOperations as contract } from '@candor/core/contract/operations';
import { listIncidents } from '../commands/incidents/list-incidents.ts';
import { defineLocal } from './operation.ts';

export const consoleOfIncidents = defineLocal(contract.console, (_, { folder }) => listIncidents(folder));
