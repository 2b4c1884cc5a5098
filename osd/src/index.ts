export type { OsdEffect, OsdInput, Situation, SourceSituation } from './machine/osd-input.ts';
export type { Colour, MarkNode, PanelNode, Rectangle, Scene, SceneNode, TextNode } from './scene/scene.ts';
