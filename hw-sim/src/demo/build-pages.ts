import { buildWeb } from '@seatmatrix/manager-web/build';

await buildWeb();
