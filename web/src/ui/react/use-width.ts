import { type RefObject, useEffect, useRef, useState } from 'react';

/** Width of an element in pixels; zero until drawn. */
export function useWidth<Drawn extends HTMLElement>(): readonly [RefObject<Drawn | null>, number] {
  const place = useRef<Drawn>(null);
  const [width, setWidth] = useState(0);
  // After each rendering: the element changes when a table was shown in its place.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      // For print the page is laid out once more, at first without a width: the picture stays as it was drawn.
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
  return [place, width];
}
