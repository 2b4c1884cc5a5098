import { hidGadgetContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { openHidgBench } from './hidg-bench.ts';

hidGadgetContract('hidg', openHidgBench);
