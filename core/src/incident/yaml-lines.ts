import {
  Composer,
  type CST,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
} from 'yaml';

/** 5 MB: what `init` writes for twenty thousand mailboxes. A hostile file of this size takes twenty seconds. */
const MAX_FILE_CHARS = 5 * 1024 * 1024;
/** Aliases are limited to human use; stops a "billion laughs" file. */
const MAX_ALIAS_USES = 100;

/** Maximum nesting; the deepest key of an incident file has six levels. The library is recursive. */
const MAX_LEVELS = 100;

/** Replacements for library messages that address programmers or give no fix. */
const ownWords: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a key is given twice; keep one of the two',
  TAB_AS_INDENT: 'the line begins with a tab; use spaces',
};

const SECOND_DOCUMENT = 'a second document begins here; keep one incident in one file';

export type YamlPath = readonly (string | number)[];

/** A parsed YAML file of texts, lists and maps, with their positions. */
export interface YamlLines {
  /**
   * Plain lists, maps and texts; a key without a value is undefined, so that a schema rejects unknown ones: half of an
   * unquoted sentence (`{ en: We ended it, reset all }`) is such a key. Null for invalid YAML.
   */
  readonly value: unknown;
  readonly errors: readonly { readonly line: number; readonly text: string }[];
  /** Line of the value at the path, or of its nearest existing parent. */
  lineOf(path: YamlPath): number;
  /** Line of a key in the map at the path. */
  lineOfKey(path: YamlPath, key: string): number;
  /** The comment after an unquoted text at the path: YAML ends such a text at ` #`. Null without one. */
  commentBehind(path: YamlPath): string | null;
}

/** Reads YAML 1.2 with the failsafe schema. Never throws on content. */
export function readYamlLines(text: string): YamlLines {
  const counter = new LineCounter();
  const fail = (line: number, message: string): YamlLines => ({
    value: null,
    errors: [{ line, text: message }],
    lineOf: () => 1,
    lineOfKey: () => 1,
    commentBehind: () => null,
  });
  if (text.length > MAX_FILE_CHARS)
    return fail(1, `is larger than ${MAX_FILE_CHARS} characters, which no incident file needs`);
  const tokens = readTokens(text, counter);
  if (typeof tokens === 'number')
    return fail(tokens, `groups and lists are nested deeper than ${MAX_LEVELS} levels, which no incident file needs`);
  const [document, second] = compose(tokens, text.length);
  const toLine = (offset: number) => counter.linePos(offset).line;
  const errors = document.errors.map((error) => ({
    line: toLine(error.pos[0]),
    text: ownWords[error.code] ?? error.message.split('\n')[0] ?? '',
  }));
  if (second !== undefined) errors.push({ line: toLine(second.range[0]), text: SECOND_DOCUMENT });
  let value: unknown = null;
  if (errors.length === 0) {
    try {
      value = emptyToUndefined(document.toJS({ maxAliasCount: MAX_ALIAS_USES }));
    } catch (cause) {
      // yaml throws a ReferenceError when aliases exceed the limit; nothing else is expected.
      if (!(cause instanceof ReferenceError)) throw cause;
      return fail(1, 'its aliases expand too far (a "YAML bomb"); write the values out');
    }
  }
  const at = (path: YamlPath): Node | null => {
    let node: unknown = document.contents;
    let last: Node | null = document.contents;
    for (const step of path) {
      if (isMap(node) || isSeq(node)) node = node.get(step, true);
      else break;
      if (!isNode(node)) break;
      last = node;
    }
    return last;
  };
  const lineOfNode = (node: Node | null) => toLine(node?.range?.[0] ?? 0);
  return {
    value,
    errors,
    lineOf: (path) => lineOfNode(at(path)),
    lineOfKey: (path, key) => {
      const map = at(path);
      if (!isMap(map)) return lineOfNode(map);
      const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
      return lineOfNode(isNode(pair?.key) ? pair.key : map);
    },
    commentBehind: (path) => {
      const node = at(path);
      return isScalar(node) && node.type === 'PLAIN' ? (node.comment ?? null) : null;
    },
  };
}

/** The tree of a file that `readYamlLines` reads without an error, with positions in its text; null for any other. */
export function readYamlTree(text: string): Node | null {
  if (text.length > MAX_FILE_CHARS) return null;
  const tokens = readTokens(text, new LineCounter());
  if (typeof tokens === 'number') return null;
  const [document, second] = compose(tokens, text.length);
  return document.errors.length > 0 || second !== undefined ? null : document.contents;
}

/** The token stream, or the line nested too deep: the lexer keeps its own stack, the composer is recursive. */
function readTokens(text: string, counter: LineCounter): CST.Token[] | number {
  const parser = new Parser(counter.addNewLine);
  const tokens: CST.Token[] = [];
  counter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_LEVELS) return text.slice(0, parser.offset).split('\n').length;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** The document of a file, possibly empty, and a second one that must not exist. */
function compose(tokens: readonly CST.Token[], length: number): readonly [Document.Parsed, Document.Parsed?] {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: true, prettyErrors: false });
  let first: Document.Parsed | null = null;
  for (const document of composer.compose(tokens, true, length)) {
    if (first !== null) return [first, document];
    first = document;
  }
  if (first === null) throw new Error('yaml composed no document');
  return [first];
}

/** `key:` without a value counts as missing. */
function emptyToUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(emptyToUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      member === '' || member === null ? undefined : emptyToUndefined(member),
    ]),
  );
}
