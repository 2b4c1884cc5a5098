/** Whole pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `#rrggbb` or `#rrggbbaa`. */
export type Colour = string;

export interface TextNode {
  readonly type: 'text';
  /** Where it may stand; longer text ends in an ellipsis. */
  readonly box: Rectangle;
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 500 | 700;
  readonly colour: Colour;
  readonly align: 'left' | 'centre' | 'right';
}

/** A line that is typed into: it scrolls so that the caret is inside the box, and has no ellipsis. */
export interface InputNode {
  readonly type: 'input';
  readonly box: Rectangle;
  /** A password's characters are dots here already. */
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 500 | 700;
  readonly colour: Colour;
  /** Before this character (UTF-16); null where nothing is typed now. */
  readonly caret: number | null;
  readonly selected: boolean;
  /** Of the caret and of a selection's ground. */
  readonly accent: Colour;
}

export interface PanelNode {
  readonly type: 'panel';
  readonly box: Rectangle;
  readonly fill: Colour;
  readonly stroke: Colour | null;
  readonly strokeWidth: number;
  readonly radius: number;
}

/** A shape beside a colour, so that no state is told by colour alone. */
export interface MarkNode {
  readonly type: 'mark';
  readonly box: Rectangle;
  readonly shape:
    | 'disc'
    | 'ring'
    | 'triangle'
    | 'cross'
    | 'bar'
    | 'tick'
    | 'chevron-up'
    | 'chevron-down'
    | 'lock'
    | 'eye';
  readonly colour: Colour;
}

export type SceneNode = TextNode | InputNode | PanelNode | MarkNode;

/** What the overlay shows: nodes in painting order, on nothing. Plain data: it also goes to a browser as JSON. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
}
