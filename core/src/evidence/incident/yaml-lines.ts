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

/**
 * 5 MB: what `init` writes of twenty thousand mailboxes. A file of this size that is made to be slow takes twenty
 * seconds; a person waits for no more.
 */
const maxFileChars = 5 * 1024 * 1024;
/** Aliases may be used, but no more often than a person would; it stops a "billion laughs" file. */
const maxAliasUses = 100;

/**
 * Groups and lists in each other; the deepest key of an incident file has six. The library calls itself for each level,
 * until the stack ends.
 */
const maxLevels = 100;

/** Where the library's sentence speaks to programmers or gives no mend. */
const ownWords: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'a key is given twice; keep one of the two',
  TAB_AS_INDENT: 'the line begins with a tab; use spaces',
};

const SECOND_DOCUMENT = 'a second document begins here; keep one incident in one file';

export type YamlPath = readonly (string | number)[];

/** A parsed YAML file whose every value is a text, a list or a map, and where each of them stands. */
export interface YamlLines {
  /**
   * Plain lists, maps and texts; a key without a value is there as undefined, so that a schema sees one that it does
   * not know: half of an unquoted sentence (`{ en: We ended it, reset all }`) is such a key. Null when the file is no
   * YAML.
   */
  readonly value: unknown;
  readonly errors: readonly { readonly line: number; readonly text: string }[];
  /** Line of the value at the path, or of the nearest thing above it that is there. */
  lineOf(path: YamlPath): number;
  /** Line of a key in the map at the path. */
  lineOfKey(path: YamlPath, key: string): number;
  /**
   * The comment behind the text at the path, where that text has no quotes: YAML ends such a text at ` #`. Null when
   * there is none.
   */
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
  if (text.length > maxFileChars)
    return fail(1, `is larger than ${maxFileChars} characters, which no incident file needs`);
  const tokens = readTokens(text, counter);
  if (typeof tokens === 'number')
    return fail(tokens, `groups and lists are nested deeper than ${maxLevels} levels, which no incident file needs`);
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
      value = emptyToUndefined(document.toJS({ maxAliasCount: maxAliasUses }));
    } catch (cause) {
      // yaml throws a ReferenceError when aliases multiply beyond the limit; nothing else is expected here.
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

/**
 * The text in the library's tokens, or the line where groups and lists are nested too deep: the parser before its
 * composer keeps a stack of its own, and the composer calls itself for each level.
 */
function readTokens(text: string, counter: LineCounter): CST.Token[] | number {
  const parser = new Parser(counter.addNewLine);
  const tokens: CST.Token[] = [];
  counter.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > maxLevels) return text.slice(0, parser.offset).split('\n').length;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** The document of a file, which may be empty, and the one behind it that must not be there. */
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

/** `key:` without a value means the key is not given. */
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
