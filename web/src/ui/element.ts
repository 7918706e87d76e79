/** Content of an element. Texts become text nodes, never markup. */
export type Child = Node | string | null;

export interface ElementOptions {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** Creates an element. The page uses nothing else: no templates, no markup in strings. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  options: ElementOptions = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (options.class !== undefined) made.className = options.class;
  if (options.text !== undefined) made.textContent = options.text;
  for (const [key, value] of Object.entries(options.attributes ?? {}))
    if (value !== null) made.setAttribute(key, value);
  for (const [event, listener] of Object.entries(options.on ?? {})) made.addEventListener(event, listener);
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(label: string, kind: 'primary' | 'plain' | 'link', press: () => void): HTMLButtonElement {
  const style = kind === 'link' ? 'link' : `button ${kind}`;
  return element('button', { class: style, text: label, attributes: { type: 'button' }, on: { click: press } });
}
