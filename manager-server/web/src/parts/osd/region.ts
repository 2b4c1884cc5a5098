/** A part of a display that is 1280 wide and 720 high, the OSD's own measure. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WHOLE_DISPLAY: Region = { x: 0, y: 0, width: 1280, height: 720 };
/** Where forms and the menu stand, large enough that the smallest letters are read on a page; large texts fit too. */
export const PANEL_REGION: Region = { x: 270, y: 52, width: 740, height: 616 };
/** The same width at the top, where notices come. */
export const NOTICE_REGION: Region = { x: 270, y: 0, width: 740, height: 616 };
/** The menu alone, for where there is little room. */
export const MENU_REGION: Region = { x: 320, y: 46, width: 640, height: 628 };
