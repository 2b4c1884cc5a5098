import { type ReactNode, useEffect } from 'react';
import { word } from '../language/words.ts';

/** A page's heading with what belongs to the whole page at its right. */
export function Page(options: {
  readonly title: string;
  readonly text?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { title, text, tools, children } = options;
  useEffect(() => {
    document.title = `${title} · ${word('site')}`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        <div className="text">
          <h1>{title}</h1>
          {text !== undefined && <p>{text}</p>}
        </div>
        {tools}
      </div>
      {children}
    </>
  );
}

/** Says what to do next where there is nothing yet. */
export function Empty({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
