// How the house stands: sizes, chains of imports, queries outside of stores, casts of state, circles of folders,
// budgets.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCommandLine } from '../command-line.mjs';
import { LAB_STORE, PORTAL_STORE } from '../tidy/tree.ts';
import { type Figure, measureCapabilities, measureCommands } from './capabilities.ts';
import { findFolderCycles, findMutualFolders } from './folder-graph.ts';
import { ImportGraph, type SourceFile } from './import-graph.ts';

const help = `Usage: npm run house [-- --beside FOLDER]

Prints the figures of the structure of core, lab, portal and web, the lines of code of each capability with its budget,
and what a command costs beside its use case (entry, help, screen).

  --beside FOLDER   another checkout, printed beside this one
`;

const QUERY = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|with)\(|\bsql`/;
const CAST = /JSON\.parse\((?:[^()]|\([^()]*\))*\) as /g;

const { values } = readCommandLine(help, { options: { beside: { type: 'string' } } });
const here = resolve(import.meta.dirname, '../..');
const columns = [here, ...(values.beside === undefined ? [] : [resolve(values.beside)])].map(measure);
for (const [at, { name, value, budget }] of (columns[0] ?? []).entries()) {
  const allowed = budget === undefined ? '' : `   ${value > budget ? 'OVER' : 'of'} ${budget}`;
  const values = columns.map((each) => String(each[at]?.value).padStart(12)).join('');
  process.stdout.write(`${name.padEnd(44)}${values}${allowed}\n`);
}

function measure(folder: string): readonly Figure[] {
  const files = ['core', 'lab', 'portal', 'web'].flatMap((workspace) => readSources(folder, `${workspace}/src`));
  const lengths = files.map(countLines).sort((a, b) => a - b);
  const graph = new ImportGraph(files);
  const count = (takes: (file: SourceFile) => boolean): number => files.filter(takes).length;
  return [
    { name: 'product files', value: files.length },
    { name: 'product lines', value: lengths.reduce((sum, length) => sum + length, 0) },
    { name: 'lines a file, median', value: lengths[Math.floor(lengths.length / 2)] ?? 0 },
    { name: 'lines a file, 90th of 100', value: lengths[Math.floor(lengths.length * 0.9)] ?? 0 },
    { name: 'lines a file, most', value: lengths.at(-1) ?? 0 },
    { name: 'longest chain of imports', value: graph.findLongestChain().length },
    {
      name: "core's modules that the portal loads",
      value: [...graph.findLoaded('portal/src/main.ts')].filter((path) => path.startsWith('core/')).length,
    },
    {
      name: 'files with queries outside of stores',
      value: count(({ path, text }) => QUERY.test(text) && !LAB_STORE.test(path) && !PORTAL_STORE.test(path)),
    },
    { name: 'casts of parsed JSON', value: files.reduce((sum, { text }) => sum + (text.match(CAST)?.length ?? 0), 0) },
    ...['core', 'lab'].map((workspace) => ({
      name: `circles of folders in ${workspace}`,
      value: findFolderCycles(files.filter(({ path }) => path.startsWith(`${workspace}/`))).length,
    })),
    {
      name: 'pairs of folders in web that import each other',
      value: findMutualFolders(files.filter(({ path }) => path.startsWith('web/'))).length,
    },
    {
      name: 'pairs of folders in the portal that import each other',
      value: findMutualFolders(files.filter(({ path }) => path.startsWith('portal/'))).length,
    },
    { name: "files of three workspaces that spell '/v1/", value: count(({ text }) => text.includes("'/v1/")) },
    ...measureTools(folder),
    ...measureCommands(files),
    ...measureCapabilities(files),
  ];
}

/** The tools are no product: their lines are all of their lines. */
function measureTools(folder: string): readonly Figure[] {
  const files = readSources(folder, 'tools', /\.m?ts$|\.mjs$|\.c$/);
  const count = (isTest: boolean): number =>
    files.filter(({ path }) => /\.test\.ts$/.test(path) === isTest).reduce((sum, file) => sum + countLines(file), 0);
  return [
    { name: 'lines of tools', value: count(false) },
    { name: 'lines of their tests', value: count(true) },
  ];
}

function countLines({ text }: SourceFile): number {
  return text.split('\n').length - 1;
}

function readSources(folder: string, below: string, names = /(?<!\.d)\.tsx?$/): readonly SourceFile[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return readSources(folder, path, names);
    return names.test(path) ? [{ path, text: readFileSync(join(folder, path), 'utf8') }] : [];
  });
}
