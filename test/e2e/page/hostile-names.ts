/** Names that a person may have, or try. All of them are one line. */
export const hostileNames: readonly string[] = [
  '<script>window.hostile = 1</script>',
  '"><img src=x onerror="window.hostile=1">',
  'مرحبا شاشة ١',
  'a\u202Edcba\u202C',
  '👩‍👩‍👧‍👦 🖥️ 控制台',
  "Robert'); DROP TABLE devices;--",
  '长'.repeat(200),
  'two  inner   spaces',
  '{name} $1 %s',
];

const worstWords =
  `<script>window.hostile=1</script>"'\`\\<img src=x onerror="window.hostile=1"> ` +
  'مرحبا \u202Edcba\u202C 👩‍👩‍👧‍👦 a\u0301 {name} %s $1 &lt;';

/** All of it in one line, as long as a name may be. */
export const worstName: string = worstWords.padEnd(200, '长');
