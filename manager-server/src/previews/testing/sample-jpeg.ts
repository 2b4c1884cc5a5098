/** The shape of a baseline jpeg, as long as a test wants it; no decoder would find a picture in it. */
export function sampleJpeg({
  width = 320,
  height = 180,
  size = 400,
  fill = 0x11,
}: {
  readonly width?: number;
  readonly height?: number;
  readonly size?: number;
  readonly fill?: number;
} = {}): Uint8Array {
  const head = [
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xdb, 0, 67, ...new Array<number>(65).fill(1)],
    [0xff, 0xc0, 0, 17, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0],
    [0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 0x3f, 0],
  ].flat();
  const scan = new Array<number>(Math.max(0, size - head.length - 2)).fill(fill);
  return Uint8Array.from([...head, ...scan, 0xff, 0xd9]);
}
