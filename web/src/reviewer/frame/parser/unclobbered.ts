/**
 * DOM clobbering: named elements of hostile HTML replace members of forms and documents (`<form><input
 * name=localName>`, `<img name=body>`). Before sanitizing, members are read through the browser's own prototypes.
 */
export function listElements(document: Document): Iterable<Element> {
  return Document.prototype.querySelectorAll.call(document, '*');
}

export function findBody(document: Document): HTMLElement | null {
  const getBody = Object.getOwnPropertyDescriptor(Document.prototype, 'body')?.get;
  return (getBody?.call(document) as HTMLElement | null | undefined) ?? null;
}

/** The only element whose members can be clobbered. */
export function isForm(element: Element): boolean {
  return element instanceof HTMLFormElement;
}

export function countHandlers(element: Element): number {
  return Element.prototype.getAttributeNames.call(element).filter((name) => name.startsWith('on')).length;
}
