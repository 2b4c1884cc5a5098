import { hidHostContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { openHidrawBench } from './hidraw-bench.ts';

hidHostContract('hidraw', openHidrawBench);
