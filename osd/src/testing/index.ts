export { compare, expectPicture, type PictureSnapshot } from './picture-snapshot.ts';
export { type SampleName, sample, sampleNames, samplePage } from './samples.ts';
export { createDesk, type Desk, deskSituation, everyKey, type Untimed } from './typist.ts';
