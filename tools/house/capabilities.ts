import { withoutComments } from '../tidy/tree.ts';
import type { SourceFile } from './import-graph.ts';

/**
 * What the product does, where it lies, and how many lines of code it may have: without blanks, comments and imports.
 * The first row that fits a path counts. A budget is what its capability had when the table was made, rounded up; it
 * falls with the code, and a commit that raises it says why.
 */
const CAPABILITIES: readonly (readonly [name: string, paths: RegExp, budget: number])[] = [
  [
    'server of the console',
    /^lab\/src\/(apps\/(console|job)|jobs|commands\/jobs)\/|^core\/src\/contract\/console\//,
    2_000,
  ],
  ['pages of the console', /^web\/src\/console\//, 7_500],
  ['texts of pages', /^web\/src\/i18n\//, 150],
  [
    'incident file',
    /^core\/src\/(evidence\/)?incident\/|\/(check-incident|init-incident|incident-text|load-incident)\./,
    2_400,
  ],
  [
    'audit logs',
    /^core\/src\/evidence\/(audit|record|sign-in)\/|^lab\/src\/evidence\/.*(access|audit|record|row|foreign)/,
    5_900,
  ],
  ['mail', /^(core|lab)\/src\/evidence\/|^lab\/src\/commands\/evidence\//, 13_500],
  ['exposure', /^(core|lab)\/src\/exposure\/|^lab\/src\/commands\/exposure\//, 10_400],
  [
    'findings',
    /^(core|lab)\/src\/impact\/(detectors|finding|control)|^lab\/src\/.*\/[\w-]*(find|reveal)[\w-]*\.ts$/,
    10_200,
  ],
  ['parties and people', /^(core|lab)\/src\/impact\/|^lab\/src\/commands\/impact\//, 5_700],
  ['verification by outsiders', /^(core|web)\/src\/verify\/|\/verify-notice\./, 5_500],
  ['notices', /^core\/src\/notice\/|^lab\/src\/(notice|commands\/notice|apps\/(sender|prober))/, 17_100],
  ['parts that the pages share', /^web\/src\/ui\//, 3_000],
  ['review', /^(core|lab)\/src\/(commands\/)?review\/|^(portal|web)\/src\/|^core\/src\/contract\/requests\//, 27_900],
  ['ledger and transparency', /^(core|lab)\/src\/(ledger|transparency)\/|^lab\/src\/commands\/transparency\//, 7_500],
  ['command line', /^lab\/src\/(apps|operations)\/|^core\/src\/contract\/operations\//, 9_500],
  ['store and adapters', /^lab\/src\/(adapters|platform)\//, 6_400],
  ['run, status, watch, incidents', /^lab\/src\/commands\//, 3_000],
  ['shared by all', /^/, 700],
];

const IMPORT = /^(?:import|export)\s[^;]*?\bfrom '[^']+'(?: with \{[^}]*\})?;|^import '[^']+';/gm;
/** A command begins: of the table of operations, or by hand. */
const COMMAND = /\b(?:commandFor|commandOf)\(|\.command\(\s*['"`]/;

/** Lines without blanks, comments and imports. */
function toCode({ path, text }: SourceFile): readonly string[] {
  const code = withoutComments({ path, text }).text.replace(IMPORT, '');
  return code.split('\n').filter((line) => line.trim() !== '');
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly budget?: number;
}

/** Lines of code by capability, each with its budget. */
export function measureCapabilities(files: readonly SourceFile[]): readonly Figure[] {
  const lines = new Map<string, number>();
  for (const file of files) {
    const name = CAPABILITIES.find(([, paths]) => paths.test(file.path))?.[0] ?? '';
    lines.set(name, (lines.get(name) ?? 0) + toCode(file).length);
  }
  return CAPABILITIES.map(([name, , budget]) => ({ name: `code: ${name}`, value: lines.get(name) ?? 0, budget }));
}

/**
 * What a command costs beside its use case: its entry with its help, up to the next command of its file, and its share
 * of the screens that its file shows.
 */
export function measureCommands(files: readonly SourceFile[]): readonly Figure[] {
  const screens = new Map<string, string[]>();
  const entries = files
    .filter(({ path }) => /^lab\/src\/apps\/cli\/[\w-]+-commands?\.ts$/.test(path))
    .flatMap((file) => {
      const starts = toCode(file).flatMap((line, at) => (COMMAND.test(line) ? [at] : []));
      return starts.map((_, at) => {
        const from = at === 0 ? 0 : (starts[at] ?? 0);
        const id = `${file.path} ${at}`;
        for (const [, shown = ''] of file.text.matchAll(/from '[^']*\/([\w-]+)\.ts'/g))
          screens.set(shown, [...(screens.get(shown) ?? []), id]);
        return { id, lines: (starts[at + 1] ?? toCode(file).length) - from };
      });
    });
  const lines = new Map(entries.map(({ id, lines: own }) => [id, own]));
  for (const file of files) {
    const shown = /^lab\/src\/apps\/(?:cli\/show|terminal)\/([\w-]+)\.ts$/.exec(file.path)?.[1] ?? '';
    const users = screens.get(shown) ?? [];
    for (const id of users) lines.set(id, (lines.get(id) ?? 0) + toCode(file).length / users.length);
  }
  const sorted = [...lines.values()].sort((a, b) => a - b);
  const sum = sorted.reduce((total, number) => total + number, 0);
  return [
    { name: 'commands', value: sorted.length },
    { name: 'lines of code a command, median', value: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0) },
    { name: 'lines of code a command, mean', value: Math.round(sum / Math.max(1, sorted.length)) },
  ];
}
