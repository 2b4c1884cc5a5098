import type { Device } from '../api/records.ts';
import { word } from '../language/words.ts';

export const kindWord = (kind: Device['kind']): string => word(kind);

export const labelOf = ({ id, name }: Pick<Device, 'id' | 'name'>): string => `${id} ${name}`;
