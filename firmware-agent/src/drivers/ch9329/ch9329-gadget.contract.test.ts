import { hidGadgetContract } from '../contract/index.ts';
import { openChipBench } from './testing/chip-bench.ts';

hidGadgetContract('ch9329', () => openChipBench());
