export { type Ch9329GadgetOptions, openCh9329Gadget } from './ch9329-gadget.ts';
