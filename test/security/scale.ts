/** Set by `npm run security`: the figures of the table, where `npm test` takes a sample of them. */
const whole = process.env.SECURITY_SCALE === 'whole';

export const scaled = (sample: number, all: number): number => (whole ? all : sample);

/** What a test measured, for the table that `npm run security` prints. */
export function tellFigure(task: { readonly meta: object }, figure: string): void {
  Object.assign(task.meta, { figure });
}
