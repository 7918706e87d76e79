/** Lines of a comment have at most this width, and those of code too. */
const WIDTH = 120;

const TYPES: ReadonlyMap<string, string> = new Map([
  ['integer', 'number'],
  ['bigint', 'number'],
  ['text', 'string'],
  ['blob', 'Uint8Array'],
]);

interface ColumnNote {
  /** Of a text that is one of few; null for any. */
  readonly type: string | null;
  readonly note: string;
}

/**
 * The types of the state's tables (lab/src/adapters/store/schema.ts), from the dump of the schema and the notes about
 * tables and columns.
 * @throws Error for a note about a table or column that is not there, or a line that cannot be read.
 */
export function toStateTypes(dump: string, notes: string): string {
  const about = readNotes(notes);
  const tables = dump.split(';\n').flatMap((statement) => {
    const [, name = '', body = ''] = /^\s*CREATE TABLE "(\w+)" \(([\s\S]*)\)$/.exec(statement) ?? [];
    return name === '' ? [] : [toTable(name, body, about)];
  });
  const [unknown] = about.keys();
  if (unknown !== undefined) throw new Error(`there is a note about ${unknown}, which the schema does not have`);
  return [
    "import type { Generated } from 'kysely';",
    '',
    ...toComment(
      '',
      'Generated from the dump of the schema and schema-notes.txt. Times are whole UTC seconds, yes and no 1 and 0.',
    ),
    'export interface Schema {',
    ...tables,
    '}',
    '',
  ].join('\n');
}

function readNotes(text: string): Map<string, ColumnNote> {
  const notes = new Map<string, ColumnNote>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, subject, type = null, note = ''] =
      /^([a-z_0-9]+(?:\.[a-z_0-9]+)?)(?: \{(.+?)\})?(?:: (.+))?$/.exec(line) ?? [];
    if (subject === undefined) throw new Error(`a note cannot be read: ${line}`);
    notes.set(subject, { type, note });
  }
  return notes;
}

function toTable(name: string, body: string, about: Map<string, ColumnNote>): string {
  const [columns = ''] = body.split(/, (?=constraint |primary key \(|foreign key )/);
  const lines = columns.split(',\n').map((column) => toColumn(name, column.trim(), about));
  return [...toComment('  ', take(about, name)?.note ?? ''), `  ${name}: {`, ...lines, '  };'].join('\n');
}

function toColumn(table: string, column: string, about: Map<string, ColumnNote>): string {
  const [, name = '', kind = '', rest = ''] = /^"(\w+)" (\w+)(.*)$/.exec(column) ?? [];
  const plain = TYPES.get(kind);
  if (plain === undefined) throw new Error(`the type of a column of ${table} is not known: ${column}`);
  const { type, note } = take(about, `${table}.${name}`) ?? { type: null, note: '' };
  const isKey = rest.includes('primary key');
  const one = type ?? plain;
  const isGenerated = rest.includes(' default ') || (name === 'id' && isKey && plain === 'number');
  const read = isKey || rest.includes('not null') ? one : `${one} | null`;
  return [...toComment('    ', note), `    ${name}: ${isGenerated ? `Generated<${read}>` : read};`].join('\n');
}

function take(about: Map<string, ColumnNote>, subject: string): ColumnNote | undefined {
  const note = about.get(subject);
  about.delete(subject);
  return note;
}

function toComment(indent: string, note: string): readonly string[] {
  if (note === '') return [];
  if (indent.length + note.length + '/**  */'.length <= WIDTH) return [`${indent}/** ${note} */`];
  const lines: string[] = [];
  let line = '';
  for (const word of note.split(' ')) {
    if (line !== '' && indent.length + ' * '.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [`${indent}/**`, ...[...lines, line].map((text) => `${indent} * ${text}`), `${indent} */`];
}
