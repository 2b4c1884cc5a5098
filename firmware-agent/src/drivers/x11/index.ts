export { openX11HidGadget } from './hid-gadget.ts';
export { openX11VideoCapture } from './video-capture.ts';
export { managerIsThere } from './window-manager.ts';
export { openX11Connection, type X11Connection } from './x11-connection.ts';
