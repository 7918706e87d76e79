// Who may import whom (docs/architecture.md). `npm run check` and tools/tidy/dependency-rules.slow.test.ts apply these
// rules. The parser is swc: TypeScript 7 has no JavaScript API that dependency-cruiser could use.

/** The stages in the order in which data flows. A stage imports base, ledger and earlier stages through their doors. */
const stages = ['evidence', 'exposure', 'impact', 'notice', 'review', 'transparency'];
const purePackages = [
  '@formatjs/icu-messageformat-parser',
  'age-encryption',
  'csv-parse',
  'ibantools',
  'ipaddr\\.js',
  'make-plural',
  'postal-mime',
  'punycode',
  'stdnum',
  'tldts',
  'yaml',
  'zod',
];
/** A door of its own, so that no page loads the parser of messages by way of another. */
const parserDoor = '^core/src/base/message/compiler/index\\.ts$';
const inputOutput = '^(node:)?(fs|net|dgram|tls|http|https|http2|dns|child_process|worker_threads|cluster)(/|$)';
/** Folders of the lab that read evidence, write what was found, or start processes by their very purpose. */
const inputOutputFolders = ['^lab/src/adapters/', '^lab/src/evidence/', '^lab/src/apps/'];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const stageOrder = ['core', 'lab'].flatMap((workspace) =>
  stages
    .slice(0, -1)
    .map((stage, at) =>
      rule(
        `${workspace}-${stage}-imports-no-later-stage`,
        'A stage imports earlier stages only.',
        { path: `^${workspace}/src/${stage}/` },
        { path: `^(core|lab)/src/(${stages.slice(at + 1).join('|')})/` },
      ),
    ),
);

export const forbidden = [
  ...stageOrder,
  rule('no-cycle', 'Files that need each other are one file.', {}, { circular: true }),
  rule('resolvable', 'An import leads somewhere.', {}, { couldNotResolve: true }),
  rule(
    'core-through-doors',
    'Inside core a stage is entered only through the index.ts of one of its folders.',
    { path: '^core/src/([^/]+)/' },
    {
      path: '^core/src/[^/]+/',
      pathNot: ['^core/src/$1/', '^core/src/[^/]+/index\\.ts$', '^core/src/[^/]+/[^/]+/index\\.ts$', parserDoor],
    },
  ),
  rule(
    'core-through-doors-from-outside',
    'Other workspaces enter core only through the index.ts of one of its folders.',
    { path: '^(lab|portal|web)/src/' },
    { path: '^core/src/', pathNot: ['^core/src/[^/]+/index\\.ts$', '^core/src/[^/]+/[^/]+/index\\.ts$', parserDoor] },
  ),
  rule(
    'base-imports-nothing',
    'base belongs to no stage and knows none.',
    { path: '^core/src/base/' },
    { path: '^(core|lab|portal|web)/src/', pathNot: '^core/src/base/' },
  ),
  rule(
    'ledger-imports-base-only',
    "A regulator's verifier stays small.",
    { path: '^core/src/ledger/' },
    { path: '^(core|lab|portal|web)/src/', pathNot: ['^core/src/ledger/', '^core/src/base/index\\.ts$'] },
  ),
  rule(
    'core-is-pure',
    'Core has no input or output: nothing of Node.',
    { path: '^core/src/' },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'core-packages-are-listed',
    'Core uses a short list of pure packages.',
    { path: '^core/src/' },
    { path: '(^|/)node_modules/', pathNot: `node_modules/(${purePackages.join('|')})/` },
  ),
  rule(
    'core-imports-no-workspace',
    'Core knows no other workspace; its tests may borrow the runtime of the lab.',
    { path: '^core/src/' },
    { path: '^(lab|portal|web)/' },
  ),
  rule('lab-imports-no-plane', 'The lab never imports portal or web.', { path: '^lab/' }, { path: '^(portal|web)/' }),
  rule(
    'portal-imports-no-plane',
    'The portal never imports lab or web.',
    { path: '^portal/' },
    { path: '^(lab|web)/' },
  ),
  rule(
    'web-imports-no-plane',
    'The web never imports lab or portal; its tests may borrow what serves it.',
    { path: '^web/src/' },
    { path: '^(lab|portal)/' },
  ),
  rule(
    'ui-knows-no-app',
    'What the apps share gets their texts, addresses and data passed in.',
    { path: '^web/src/ui/' },
    { path: '^web/src/', pathNot: '^web/src/ui/' },
  ),
  rule(
    'apps-know-no-other-app',
    'What two apps need is in ui, i18n or platform.',
    { path: '^web/src/(reviewer|console|verify)/' },
    { path: '^web/src/(?:reviewer|console|verify)/', pathNot: '^web/src/$1/' },
  ),
  rule(
    'reviewer-pages-never-import-worker',
    'A page reaches keys, index and messages through the bridge alone; the frame takes mail apart behind a wall of its own.',
    { path: '^web/src/reviewer/(?:pages|portal)/' },
    { path: '^web/src/reviewer/(?:worker|frame/parser)/' },
  ),
  rule(
    'reviewer-worker-knows-no-page',
    'The worker that holds the keys shows nothing.',
    { path: '^web/src/reviewer/worker/' },
    { path: '^web/src/(?:reviewer/(?:pages|portal|frame)|verify|ui/react|i18n)/' },
  ),
  rule(
    'reviewer-bridge-stands-alone',
    'What page and worker say to each other knows neither of them.',
    { path: '^web/src/reviewer/bridge/' },
    { path: '^web/src/', pathNot: '^web/src/reviewer/bridge/' },
  ),
  rule(
    'outside-things-in-adapters',
    'Disk, network and processes are touched by adapters and the few folders whose purpose they are.',
    { path: '^lab/src/', pathNot: inputOutputFolders },
    { path: inputOutput, dependencyTypes: ['core'] },
  ),
  rule(
    'outside-things-in-portal-adapters',
    'The portal touches the disk in its adapters alone, and reads its settings where it starts.',
    { path: '^portal/src/', pathNot: ['^portal/src/adapters/', '^portal/src/main\\.ts$'] },
    { path: inputOutput, dependencyTypes: ['core'] },
  ),
  rule(
    'portal-queries-in-its-store',
    'The portal works with PortalStore: no other file knows which engine keeps it, so that another one can stand beside it.',
    { path: '^portal/src/', pathNot: ['^portal/src/adapters/sqlite/', '^portal/src/open-portal\\.ts$'] },
    { path: ['^portal/src/adapters/sqlite/', '(^|/)node_modules/better-sqlite3/'] },
  ),
  rule(
    'adapters-know-no-stage',
    'An adapter is one outside thing and knows no stage, command or app.',
    { path: '^lab/src/adapters/' },
    { path: '^lab/src/', pathNot: '^lab/src/adapters/' },
  ),
  rule(
    'stages-know-no-command',
    'Stages are called by commands, commands by apps, never the reverse.',
    { path: `^lab/src/(${stages.join('|')})/` },
    { path: '^lab/src/(commands|apps)/' },
  ),
  rule(
    'commands-know-no-app',
    'A command does not know who calls it.',
    { path: '^lab/src/commands/' },
    { path: '^lab/src/apps/' },
  ),
  rule(
    'product-imports-no-test',
    'What is shipped needs no test, tool or development package.',
    { path: '^(core|lab|portal|web)/src/' },
    { path: '^([^/]+/test|tools|e2e)/' },
  ),
];

export const options = {
  parser: 'swc',
  doNotFollow: { path: 'node_modules' },
  // Built pages, also those that are being built.
  exclude: { path: '^web/(?:dist|\\.dist-\\d+)/' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default'],
    extensions: ['.ts', '.mjs', '.js', '.json', '.node'],
  },
};

export default { forbidden, options };
