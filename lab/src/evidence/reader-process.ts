import { serveTasks } from './reader/serve-tasks.ts';

// Entry of the process that reads evidence in phase 1; started by reader-child.ts.
await serveTasks({ is: 'copies' });
