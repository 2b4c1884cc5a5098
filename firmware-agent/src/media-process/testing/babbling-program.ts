import { writeSync } from 'node:fs';
import { CONTROL_FD } from '../media-pipes.ts';

/** A media program that says what no agent understands. */
writeSync(CONTROL_FD, 'what a morning\n');
setInterval(() => undefined, 1000);
