import { testMutated } from './mutated-kit.ts';

testMutated(process.env['CANDOR_LONG'] === '1' ? 10_000 : 500);
