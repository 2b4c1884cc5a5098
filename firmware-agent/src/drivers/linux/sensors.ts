import { join } from 'node:path';
import { namesIn, readNumber, readText } from './system-file.ts';

/** Degrees Celsius. */
export interface Temperature {
  readonly degrees: number;
  /** At which the sensor's maker warns. */
  readonly limit: number | null;
}

/**
 * Of all sensors in /sys/class/hwmon and /sys/class/thermal the one that is nearest to its limit; where none has one,
 * the hottest. Null where nothing measures.
 */
export function worstTemperature(root: string): Temperature | null {
  const all = [...hwmonSensors(join(root, 'sys/class/hwmon')), ...thermalZones(join(root, 'sys/class/thermal'))];
  const limited = all.filter(({ limit }) => limit !== null);
  const [worst] = (limited.length > 0 ? limited : all).sort((a, b) => headroom(a) - headroom(b));
  return worst ?? null;
}

/** A sensor that is not connected tells the ends of its range: -128, -55, 127.9 of a byte, 0 kelvin. */
const PLAUSIBLE = { min: -40, max: 125 } as const;

/** Some drives and boards fill the limit with 0, or with 65,261. */
const LIMIT = { min: 30, max: 150 } as const;

const headroom = ({ degrees, limit }: Temperature): number => (limit ?? 0) - degrees;

/** Documentation/hwmon/sysfs-interface: millidegrees in temp1_input, temp1_crit, temp1_max. */
function hwmonSensors(folder: string): readonly Temperature[] {
  return namesIn(folder).flatMap((chip) =>
    namesIn(join(folder, chip))
      .filter((name) => /^temp\d+_input$/.test(name))
      .flatMap((name) => {
        const at = (what: string) => readNumber(join(folder, chip, name.replace('input', what)));
        return temperature(at('input'), [at('crit'), at('max')]);
      }),
  );
}

/** Documentation/driver-api/thermal/sysfs-api: millidegrees in temp; trip points by number, of which `critical` is one. */
function thermalZones(folder: string): readonly Temperature[] {
  return namesIn(folder)
    .filter((name) => name.startsWith('thermal_zone'))
    .flatMap((zone) => {
      const place = join(folder, zone);
      const limits = namesIn(place)
        .filter((name) => /^trip_point_\d+_type$/.test(name) && readText(join(place, name))?.trim() === 'critical')
        .map((name) => readNumber(join(place, name.replace('type', 'temp'))));
      return temperature(readNumber(join(place, 'temp')), limits);
    });
}

/** `limits` in millidegrees too, the one that counts first. */
function temperature(measured: number | null, limits: readonly (number | null)[]): readonly Temperature[] {
  if (measured === null) return [];
  const degrees = measured / 1000;
  if (degrees < PLAUSIBLE.min || degrees > PLAUSIBLE.max) return [];
  const told = limits.map((limit) => (limit ?? 0) / 1000);
  return [{ degrees, limit: told.find((limit) => limit >= LIMIT.min && limit <= LIMIT.max) ?? null }];
}
