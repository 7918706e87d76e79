import { keepCompiledCode } from '../adapters/process/compiled-code.ts';

// As for the command line: several of these start at once.
keepCompiledCode();
await import('./sender/main.ts');
