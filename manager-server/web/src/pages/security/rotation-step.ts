import type { CertificateAuthority } from '../../api/account-queries.ts';

export type RotationStep = 'prepare' | 'switch' | 'drop';
type Phase = CertificateAuthority['phase'];

export const rotationSteps: readonly RotationStep[] = ['prepare', 'switch', 'drop'];

const due: Readonly<Record<Phase, RotationStep>> = { settled: 'prepare', prepared: 'switch', switched: 'drop' };

export const nextStep = (phase: Phase): RotationStep => due[phase];

/** `now`: boxes follow it. A settled site has nothing behind it and everything to come. */
export function stateOfStep(step: RotationStep, phase: Phase): 'done' | 'now' | 'next' {
  const distance = rotationSteps.indexOf(due[phase]) - rotationSteps.indexOf(step);
  if (distance <= 0) return 'next';
  return distance === 1 ? 'now' : 'done';
}
