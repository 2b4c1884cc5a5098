import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What a large screen shows at once, and so much again each time the end comes near. */
const PORTION = 24;
/** Pixels before the end at which more is drawn: what is scrolled to stands there already. */
const AHEAD = 900;

/** A long list whose entries are drawn as they are scrolled to: a site of a thousand devices opens as one of ten. */
export function GradualList<Entry>({
  entries,
  tag: Tag,
  className,
  endTag: End,
  entry,
}: {
  readonly entries: readonly Entry[];
  readonly tag: 'ul' | 'div';
  readonly endTag: 'li' | 'div';
  readonly className: string;
  readonly entry: (entry: Entry) => ReactNode;
}): ReactNode {
  const [drawn, setDrawn] = useState(PORTION);
  const end = useRef<HTMLElement | null>(null);
  const more = drawn < entries.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an end that is still in view after a portion is looked at anew
  useEffect(() => {
    if (end.current === null) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setDrawn((before) => before + PORTION);
      },
      { rootMargin: `${AHEAD}px` },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [drawn, more]);
  return (
    <Tag className={className}>
      {entries.slice(0, drawn).map(entry)}
      {more && (
        <End
          aria-hidden="true"
          ref={(element: HTMLElement | null) => {
            end.current = element;
          }}
        />
      )}
    </Tag>
  );
}
