import { incidentOperations as contract } from '@candor/core/contract/operations';
import { listIncidents } from '../commands/incidents/list-incidents.ts';
import { defineLocal } from './operation.ts';

export const incidents = defineLocal(contract.incidents, (_, { folder, code }) => listIncidents(folder, code));
