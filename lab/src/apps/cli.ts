import { keepCompiledCode } from '../adapters/compiled-code.ts';

// Imported afterwards, because modules that are imported by name are compiled before the first line runs.
keepCompiledCode();
await import('./cli/main.ts');
