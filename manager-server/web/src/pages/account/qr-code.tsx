import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';

/** Dark on white in either theme: some cameras read nothing else. `modules` are rows of 0 and 1. */
export function QrCode({ modules }: { readonly modules: readonly string[] }): ReactNode {
  const size = modules.length;
  const path = modules
    .flatMap((row, y) => [...row].flatMap((module, x) => (module === '1' ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className="qr"
      role="img"
      aria-label={word('qrCode')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
