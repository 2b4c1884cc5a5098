import { seatmatrix } from './generated/messages.js';

/** The generated code of the schema, under the name that the rest of this folder uses. It never leaves the folder. */
export const schema = seatmatrix.v1;
export type { seatmatrix as generated } from './generated/messages.js';
