/* Every suite that runs in the guest. */
import './hidraw.guest.ts';
import './desk-keyboard.guest.ts';
import './hidg.guest.ts';
import './usb-gadget.guest.ts';
