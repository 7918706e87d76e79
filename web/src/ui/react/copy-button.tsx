import { type ReactElement, useEffect, useState } from 'react';
import { Button } from './button.tsx';

const SHOWN_MS = 2000;

/**
 * Copies a text to the clipboard and confirms in place. Shows the text for selection if the browser forbids copying.
 */
export function CopyButton(props: {
  readonly text: string;
  readonly words: { readonly copy: string; readonly copied: string };
  readonly label?: string;
}): ReactElement {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = (): void => {
    void navigator.clipboard?.writeText(props.text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span aria-live="polite">
      <Button size="small" onPress={copy} {...(props.label === undefined || isCopied ? {} : { label: props.label })}>
        {isCopied ? props.words.copied : props.words.copy}
      </Button>
    </span>
  );
}
