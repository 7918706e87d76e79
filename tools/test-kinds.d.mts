export type TestKind = 'unit' | 'slow' | 'more' | 'long';
export type TestRun = 'unit' | 'test' | 'more' | 'long';
export declare const RUNS: Readonly<Record<TestRun, readonly TestKind[]>>;
export function toKind(path: string): TestKind;
export function toGlobs(
  kinds: readonly TestKind[],
  folders?: readonly string[],
): { readonly include: readonly string[]; readonly exclude: readonly string[] };
export function listTests(root: string, kinds: readonly TestKind[], named?: readonly string[]): readonly string[];
export function findNeeds(root: string, path: string): readonly string[];
