export { type BoxHome, memoryHomes, namedFingerprint, type OpenBoxHome, type Wiped } from './box-home.ts';
export { type RunBoxesOptions, runBoxes } from './run-boxes.ts';
export type { SimBox } from './sim-box.ts';
export {
  createSimSite,
  type SimSite,
  type SimSiteOptions,
  type SitePlace,
  type SiteReceiver,
  type SiteTransmitter,
} from './sim-site.ts';
export {
  boxNames,
  type ComputerDescription,
  type PlaceDescription,
  plainSite,
  type SiteDescription,
} from './site-description.ts';
