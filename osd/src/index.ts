export type { OsdEffect, OsdInput, Situation, SourceSituation } from './machine/osd-input.ts';
export { osdCapturesKeys, osdVisible } from './machine/osd-presence.ts';
export { createOsd, type OsdState } from './machine/osd-state.ts';
export { osdStep } from './machine/osd-step.ts';
export { type OsdView, osdView } from './machine/osd-view.ts';
export { sceneDamage } from './scene/damage.ts';
export { presentOsd } from './scene/present.ts';
export type {
  Colour,
  InputNode,
  MarkNode,
  PanelNode,
  Rectangle,
  Scene,
  SceneNode,
  TextNode,
} from './scene/scene.ts';
export {
  osdMessageOfCommand,
  osdMessageOfPassword,
  osdMessageOfSignIn,
  osdMessageOfSuccess,
} from './strings/refusal-messages.ts';
export { type Message, type StringKey, type Strings, strings, words } from './strings/strings.ts';
