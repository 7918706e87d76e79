import { type ForgedCase, LURE, toCases } from './forged-case.ts';
import { swapWords, toMail } from './issued-mail.ts';

const BODY = /<body[^>]*>/;
const SOURCES: readonly (readonly [name: string, from: string | RegExp, to: string])[] = [
  ['attributes of an end tag', BODY, `$&</x a="> ${LURE} <">`],
  ['attributes of an end tag of ours', '</h1>', `</h1 a="> ${LURE} <">`],
  ['the end of the body', '</body>', `</body a="> ${LURE} <">`],
  ['an attribute given twice', '<p style="', `<p style="margin:0" style="> ${LURE} <" style="`],
  ['a second head', BODY, `$&<head a="> ${LURE} <">`],
  ['a second html', BODY, `$&<html lang="en" lang="> ${LURE} <">`],
  ['a frame', BODY, '$&<frame src="https://evil.example/">'],
  ['frames', '</h1>', '</h1><frameset rows="*"><frame src="https://evil.example/"></frameset>'],
  ['a cell with a picture', '</h1>', '</h1><td background="https://evil.example/words.png">'],
  ['a tag without an end', '</html>', `</html><p class="\n${LURE}\n`],
  ['an end tag without an end', '</html>', `</html></p a="\n${LURE}\n`],
  ['words in the doctype', '<!DOCTYPE html>', `<!DOCTYPE html SYSTEM "x" [ ${LURE} >`],
  ['a second doctype', BODY, `$&<!DOCTYPE x "${LURE}">`],
];

export const LOOSE_MARKUP: readonly ForgedCase[] = toCases(
  'markup that browsers pass over',
  'lynx, w3m, html.parser and readers that only remove tags',
  SOURCES.map(([name, from, to]) => [name, (issued) => toMail(swapWords(issued, 'html', from, to))]),
);
