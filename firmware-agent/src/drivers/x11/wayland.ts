import { Fault } from '@seatmatrix/protocol/kernel';
import type { X11Connection } from './x11-connection.ts';

/**
 * Throws `configuration-invalid` for the X server that a Wayland session runs for old programs: through it keys cannot be
 * grabbed, nothing can be typed into other programs, and the screen cannot be seen.
 */
export async function refuseWayland(connection: X11Connection): Promise<void> {
  const { present } = await connection.ask<{ readonly present: number }>((reply) =>
    connection.client.QueryExtension('XWAYLAND', reply),
  );
  if (present === 0) return;
  throw new Fault({
    code: 'configuration-invalid',
    message: `${connection.name} belongs to a Wayland session, and x11: needs an X11 session: choose "Xorg" where you sign in`,
  });
}
