import { Fragment, type ReactElement, useId, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { maskText } from '../../frame/mask.ts';
import type { TextBlock } from '../../frame/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import styles from './reading-pane.module.css';

/**
 * Invisible characters that change what is seen: controls, direction marks and format characters. Excludes the tab, the
 * joiners U+200C and U+200D, which belong to letters and emoji, and the soft hyphen U+00AD.
 */
const ODD = /(?!\t|\u200c|\u200d|\u00ad)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Lines shown at first; the rest on request. */
const LINES_AT_ONCE = 2000;
/** Longer quotes start collapsed. */
const FOLDED_FROM_LINES = 8;

/** A text as written by its sender, with collapsible quotes. Every character becomes a text node, never markup. */
export function TextBody(props: {
  readonly blocks: readonly TextBlock[];
  readonly masks: readonly string[];
}): ReactElement {
  const words = useWords('reading');
  const { count } = useFormat();
  const [limit, setLimit] = useState(LINES_AT_ONCE);
  const { shown, left } = cutBlocks(props.blocks, limit);
  return (
    <div className={styles['text']} dir="auto">
      {shown.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move
        <Fragment key={at}>
          {block.depth === 0 ? (
            <Lines block={block} masks={props.masks} />
          ) : (
            <Quote block={block} masks={props.masks} />
          )}
        </Fragment>
      ))}
      {left > 0 && (
        <Button onPress={() => setLimit(limit + LINES_AT_ONCE)}>
          {count(words.moreLines, Math.min(left, LINES_AT_ONCE))}
        </Button>
      )}
    </div>
  );
}

function cutBlocks(
  blocks: readonly TextBlock[],
  limit: number,
): { readonly shown: readonly TextBlock[]; readonly left: number } {
  const shown: TextBlock[] = [];
  let left = 0;
  let room = limit;
  for (const { depth, lines } of blocks) {
    if (room > 0) shown.push({ depth, lines: lines.slice(0, room) });
    left += Math.max(0, lines.length - room);
    room = Math.max(0, room - lines.length);
  }
  return { shown, left };
}

function Quote({ block, masks }: { readonly block: TextBlock; readonly masks: readonly string[] }): ReactElement {
  const words = useWords('reading');
  const { count } = useFormat();
  const [isOpen, setOpen] = useState(block.lines.length < FOLDED_FROM_LINES);
  const id = useId();
  const isFoldable = block.lines.length >= FOLDED_FROM_LINES;
  return (
    <div className={styles['quoteFrame']}>
      {isFoldable && (
        <Button kind="link" size="small" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {count(words.quoted, block.lines.length)}
        </Button>
      )}
      <blockquote id={id} className={styles['quote']} data-depth={Math.min(block.depth, 3)} hidden={!isOpen}>
        <Lines block={block} masks={masks} />
      </blockquote>
    </div>
  );
}

function Lines({ block, masks }: { readonly block: TextBlock; readonly masks: readonly string[] }): ReactElement {
  return (
    <>
      {block.lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <p key={at} className={styles['line']} dir="auto">
          <Line text={line} masks={masks} />
        </p>
      ))}
    </>
  );
}

/** One line with masked words and with invisible characters shown by code. */
export function Line({ text, masks }: { readonly text: string; readonly masks: readonly string[] }): ReactElement {
  const words = useWords('reading');
  const { fill } = useFormat();
  return (
    <>
      {maskText(text, masks).map((masked, at) =>
        masked.isMasked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
          <mark key={at} className={styles['masked']}>
            {masked.shown}
          </mark>
        ) : (
          splitOddCharacters(masked.text).map((piece, index) =>
            piece.kind === 'text' ? (
              piece.text
            ) : (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
                key={`${at} ${index}`}
                className={styles['odd']}
                title={fill(words.hiddenCharacter, { code: piece.code })}
              >
                {piece.code}
              </span>
            ),
          )
        ),
      )}
    </>
  );
}

/** A piece of a line: text, or one invisible or direction character by code. */
type LinePiece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'odd'; readonly code: string };

/** Splits a line at characters that must not be hidden. */
export function splitOddCharacters(line: string): readonly LinePiece[] {
  const pieces: LinePiece[] = [];
  let from = 0;
  for (const { 0: character, index } of line.matchAll(ODD)) {
    if (index > from) pieces.push({ kind: 'text', text: line.slice(from, index) });
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    pieces.push({ kind: 'odd', code: `U+${code}` });
    from = index + character.length;
  }
  if (from < line.length || pieces.length === 0) pieces.push({ kind: 'text', text: line.slice(from) });
  return pieces;
}
