import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '@seatmatrix/protocol/kernel';
import { fileContent } from './file-content.ts';

// The thread's entry: five megabytes of YAML take seconds, and a file may be made to take longer.

if (parentPort === null) throw new Fault({ code: 'invariant-broken', message: 'files are read in a thread' });
parentPort.postMessage(fileContent(workerData));
parentPort.close();
