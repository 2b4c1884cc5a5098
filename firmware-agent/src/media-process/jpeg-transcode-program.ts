import { runMediaProgram } from './child-life.ts';

await runMediaProgram(async (life) => {
  const { JpegTranscoder } = await import('./jpeg-transcoder.ts');
  const transcoder = new JpegTranscoder(life);
  life.tell({ type: 'engine', engine: transcoder.engine });
  return transcoder;
});
