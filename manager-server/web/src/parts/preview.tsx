import { type ReactNode, useEffect, useRef, useState } from 'react';
import { word } from '../language/words.ts';
import { type PreviewReason, previewOf, watchPreviews } from '../live/previews.ts';
import { Icon } from '../shell/icons.tsx';
import { previewWord } from './preview-word.ts';

/**
 * A device's live small picture in a box of 16:9 as wide as its place, or why there is none; only while it is scrolled
 * into view. `label` names the device for those who do not see it.
 */
export function Preview({ device, label }: { readonly device: string; readonly label: string }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [reason, setReason] = useState<PreviewReason | null>('loading');
  useEffect(() => {
    const show = () => {
      const preview = previewOf(device);
      setReason(preview.type === 'none' ? preview.reason : null);
      if (preview.type === 'picture' && canvas.current !== null) paint(canvas.current, preview.bitmap);
    };
    const watch = watchPreviews(show);
    const seen = new IntersectionObserver((entries) => {
      watch.look(entries.at(-1)?.isIntersecting === true ? [device] : []);
      show();
    });
    if (box.current !== null) seen.observe(box.current);
    return () => {
      seen.disconnect();
      watch.end();
    };
  }, [device]);
  const text = reason === null ? null : previewWord(reason);
  const name =
    text === null ? word('livePreviewOf', { name: label }) : word('livePreviewNone', { name: label, reason: text });
  return (
    <div ref={box} className="preview" data-preview={reason ?? 'picture'} role="img" aria-label={name}>
      <canvas ref={canvas} hidden={reason !== null} />
      {text !== null && (
        <span className="preview-reason" aria-hidden="true">
          {reason !== 'loading' && <Icon name="screen" size={18} />}
          {text}
        </span>
      )}
    </div>
  );
}

function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
  }
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
}
