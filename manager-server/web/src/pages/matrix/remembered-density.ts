import { useState } from 'react';
import type { Density } from './matrix-geometry.ts';

const NAME = 'matrix-density';

/** Pictures of more than this are not what somebody looks for who opens the matrix. */
const PICTURES_MAX = 120;

/** As this browser's person chose it; until then by the size of the site. */
export function useDensity(devices: number): readonly [Density, (density: Density) => void] {
  const [chosen, setChosen] = useState(() => localStorage.getItem(NAME));
  const density: Density =
    chosen === 'dense' || chosen === 'pictures' ? chosen : devices > PICTURES_MAX ? 'dense' : 'pictures';
  return [
    density,
    (next) => {
      localStorage.setItem(NAME, next);
      setChosen(next);
    },
  ];
}
