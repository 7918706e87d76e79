import type { Runtime } from '@candor/core/base';
import { decodeRawField, decodeText, toBytes, toCharset } from '../text/charset.ts';
import { decodeEncodedWords } from './encoded-word.ts';

/** Pieces of one parameter (`name*0`, `name*1` …) that are joined. */
const MAX_PIECES = 1000;

/**
 * A parameter's name, and the names of its other forms. They are asked for in every part, which is why nothing is put
 * together for it.
 */
interface ParameterForms {
  readonly name: string;
  readonly extended: string;
  readonly firstEncoded: string;
  readonly firstPiece: string;
}

const toForms = (name: string): ParameterForms => ({
  name,
  extended: `${name}*`,
  firstEncoded: `${name}*0*`,
  firstPiece: `${name}*0`,
});

export const FILE_NAME = toForms('filename');
export const NAME = toForms('name');
export const BOUNDARY = toForms('boundary');
export const CHARSET = toForms('charset');

/**
 * The text of a parameter in any of its forms (RFC 2231): `name`, `name*` with charset and percent signs, or in
 * numbered pieces. Empty when there is none. Encoded words in it are no standard but common.
 */
export function readParameterText(
  runtime: Runtime,
  parameters: ReadonlyMap<string, string>,
  forms: ParameterForms,
): string {
  if (parameters.size === 0) return '';
  const value = findExtendedValue(parameters, forms);
  if (value !== null) return decodeText(runtime, toCharset(runtime, value.charset), toBytes(value.latin1));
  const plain = parameters.get(forms.name);
  return plain === undefined ? '' : decodeEncodedWords(runtime, decodeRawField(runtime, plain));
}

/**
 * The bytes of a parameter that programs compare, each a unit: a plain one as it stands, and only where there is none
 * the other forms, without their charset. Null when there is none.
 */
export function readParameterBytes(parameters: ReadonlyMap<string, string>, forms: ParameterForms): string | null {
  if (parameters.size === 0) return null;
  return parameters.get(forms.name) ?? findExtendedValue(parameters, forms)?.latin1 ?? null;
}

interface ExtendedValue {
  readonly charset: string | null;
  /** Each unit a byte. */
  readonly latin1: string;
}

function findExtendedValue(parameters: ReadonlyMap<string, string>, forms: ParameterForms): ExtendedValue | null {
  const extended = parameters.get(forms.extended);
  if (extended !== undefined) {
    const { charset, latin1 } = cutCharset(extended);
    return { charset, latin1: decodePercents(latin1) };
  }
  const first = parameters.get(forms.firstEncoded) ?? parameters.get(forms.firstPiece);
  return first === undefined ? null : joinPieces(parameters, forms.name);
}

function joinPieces(parameters: ReadonlyMap<string, string>, name: string): ExtendedValue {
  let label: string | null = null;
  let latin1 = '';
  for (let index = 0; index < MAX_PIECES; index += 1) {
    const encoded = parameters.get(`${name}*${index}*`);
    const piece = encoded ?? parameters.get(`${name}*${index}`);
    if (piece === undefined) break;
    if (encoded === undefined) {
      latin1 += piece;
    } else {
      const first: ExtendedValue = index === 0 ? cutCharset(encoded) : { charset: label, latin1: encoded };
      label = first.charset;
      latin1 += decodePercents(first.latin1);
    }
  }
  return { charset: label, latin1 };
}

/** `charset'language'text`. */
function cutCharset(value: string): ExtendedValue {
  const first = value.indexOf("'");
  const second = first === -1 ? -1 : value.indexOf("'", first + 1);
  if (second === -1) return { charset: null, latin1: value };
  return { charset: value.slice(0, first) || null, latin1: value.slice(second + 1) };
}

function decodePercents(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
