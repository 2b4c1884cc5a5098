import type { HidGadgetEvent } from '../hid-gadget.ts';
import type { ControllerState } from './controller.ts';

export type HostState = Extract<HidGadgetEvent, { readonly type: 'host' }>['state'];

/**
 * What the computer does, as far as the kernel tells. `shutdown`: the kernel's last word on a write was that nobody has the
 * gadget any more; some controllers go on saying `configured` after the cable was pulled (dummy_hcd does). Boards that do
 * not sense the cable's voltage take a pulled one for a sleeping computer, and nothing here can tell them apart.
 */
export function hostState({ state, suspended }: ControllerState, shutdown: boolean): HostState {
  if (shutdown) return 'unplugged';
  if (state === 'suspended' || (state === 'configured' && suspended)) return 'asleep';
  return state === 'configured' ? 'awake' : 'unplugged';
}
