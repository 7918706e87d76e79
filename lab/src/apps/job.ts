import { keepCompiledCode } from '../adapters/process/compiled-code.ts';

// As for the command line: a job uses the same code.
keepCompiledCode();
await import('./job/main.ts');
