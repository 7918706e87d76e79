import { keepCompiledCode } from '../adapters/process/compiled-code.ts';

// Imported afterwards, because modules that are imported by name are compiled before the first line runs.
keepCompiledCode();
const { answerWithoutLoading } = await import('./cli/quick-answers.ts');
const answer = answerWithoutLoading(process.argv.slice(2), process.env);
if (answer === null) await import('./cli/main.ts');
else process.stdout.write(answer);
