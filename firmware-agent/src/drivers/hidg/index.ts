export { type OpenHidgGadgetOptions, openHidgGadget } from './open-hidg-gadget.ts';
