/** Names of devices, operators, groups, seats. Long enough for any language, short enough for one line of a page. */
export const NAME_MAX = 200;

export const LOCATION_MAX = 200;

/** A banner or an administrator's message: what fits two lines of the OSD. */
export const BANNER_MAX = 200;
